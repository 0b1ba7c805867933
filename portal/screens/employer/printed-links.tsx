import { Button, ButtonLink } from '../../../ui/components/button.tsx'
import { Notice } from '../../../ui/components/notice.tsx'
import { QrCode } from '../../../ui/qr/qr-code.tsx'
import { askWorkers, type MyEmployer } from '../../employer/api.ts'
import type { KeptEmployer } from '../../employer/kept.ts'
import { es } from '../../employer/say.ts'
import { sayProblem, term } from '../../work/say.ts'
import { useWatched } from '../../work/watch.ts'
import { Waiting } from '../work/frame.tsx'

/** A slip for each worker that has not declared yet, to be printed and cut. */
export function PrintedLinks({ kept, employer }: { kept: KeptEmployer; employer: MyEmployer }) {
  const { value: workers, failure } = useWatched(() => askWorkers(kept))
  if (workers === null) return failure === null ? <Waiting /> : <Notice tone="error">{sayProblem(failure.code)}</Notice>
  const open = workers.filter(({ inviteLink }) => inviteLink !== null)
  return (
    <section class="stack-gap" data-links={open.length}>
      <header class="work-row no-print">
        <h2>{es('linksTitle')}</h2>
        <ButtonLink href={`#/employer/${kept.id}`}>{es('toPage')}</ButtonLink>
        <Button look="primary" disabled={open.length === 0} onClick={() => print()}>
          {term('print')}
        </Button>
      </header>
      <p class="soft no-print">{open.length === 0 ? es('noLinks') : es('linksLead')}</p>
      <ul class="slips">
        {open.map(({ number, name, documentMasked, inviteLink }) => (
          <li key={number} class="slip">
            <div class="slip-code">
              <QrCode text={inviteLink ?? ''} what={name} />
            </div>
            <div>
              <strong>{name}</strong>
              <p class="numbers soft">{documentMasked}</p>
              <p class="small">{employer.name}</p>
              <p class="small">{es('scanMe')}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
