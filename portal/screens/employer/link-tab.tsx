import { Button } from '../../../ui/components/button.tsx'
import { CopyButton } from '../../../ui/components/copy-button.tsx'
import { QrCode } from '../../../ui/qr/qr-code.tsx'
import { replaceAddress } from '../../state/location.ts'
import { forgetEmployer, type KeptEmployer } from '../../employer/kept.ts'
import { es } from '../../employer/say.ts'
import { onPage, term } from '../../work/say.ts'
import { SureButton } from '../work/sure-button.tsx'

/** The employer's own link, to keep and hand over. */
export function EmployerLinkTab({ kept }: { kept: KeptEmployer }) {
  const address = `${location.href.split('#')[0]}#employer.${kept.id}.${kept.secret}`
  const forget = (): void => {
    forgetEmployer(kept.id)
    replaceAddress('#/employer')
  }
  return (
    <section class="card stack-gap" data-link>
      <h2>{es('tab.link')}</h2>
      <p class="soft">{es('linkHelp')}</p>
      <p class="code link-text" data-address>
        {address}
      </p>
      <div class="link-qr">
        <QrCode text={address} what={kept.name} />
      </div>
      <div class="work-row">
        <CopyButton text={address} label={term('copy')} done={term('copied')} />
        <Button onClick={() => print()}>{term('print')}</Button>
      </div>
      <SureButton label={onPage('forget')} sure={onPage('forgetSure')} onSure={forget} />
    </section>
  )
}
