import { Button } from '../../../ui/components/button.tsx'
import { CopyButton } from '../../../ui/components/copy-button.tsx'
import { QrCode } from '../../../ui/qr/qr-code.tsx'
import { install, installEvent, isInstalled } from '../../state/install.ts'
import { addressOf, type WorkProof } from '../../work/kept.ts'
import { onPage, term } from '../../work/say.ts'

/** The link that opens this page, to keep, print or carry to another phone. */
export function LinkSection({ proof, isOpen }: { proof: WorkProof; isOpen: boolean }) {
  const address = addressOf(proof, location.href)
  return (
    <details class="card work-details link-section" open={isOpen} data-link>
      <summary>{onPage('linkTitle')}</summary>
      <div class="stack-gap">
        <p>
          {onPage('number')} <strong class="numbers">{proof.number}</strong>
        </p>
        <p class="soft">{onPage('linkHelp')}</p>
        <p class="code link-text" data-address>
          {address}
        </p>
        <div class="link-qr">
          <QrCode text={address} what={proof.number} />
        </div>
        <div class="work-row">
          <CopyButton text={address} label={term('copy')} done={term('copied')} />
          <Button onClick={() => print()}>{term('print')}</Button>
        </div>
        {!isInstalled() &&
          (installEvent.value === null ? (
            <p class="soft">{onPage('homeHint')}</p>
          ) : (
            <Button onClick={install}>{onPage('homeHint')}</Button>
          ))}
      </div>
    </details>
  )
}
