import { useState } from 'preact/hooks'
import { Button } from '../../../ui/components/button.tsx'
import { CopyButton } from '../../../ui/components/copy-button.tsx'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { FailureNotice } from '../../../ui/components/notice.tsx'
import { ts } from '../../../ui/i18n/shifts.ts'
import { QrCode } from '../../../ui/qr/qr-code.tsx'
import { listVolunteers, readShiftLink, replaceShiftLink } from '../../api/shift-endpoints.ts'
import { useAnswer } from '../../state/use-answer.ts'
import { useWrite } from '../../state/use-write.ts'

/** Where volunteers put their names down, and each one's own page for who lost it. */
export function LinkPanel({ site }: { site: number }) {
  const { state, reload, put } = useAnswer(`link ${site}`, () => readShiftLink(site))
  const [asks, setAsks] = useState(false)
  const replace = useWrite(replaceShiftLink, fresh => {
    put(fresh)
    setAsks(false)
  })
  return (
    <section class="panel plan-links">
      <div class="stack">
        <h2>{ts('link.title')}</h2>
        <p class="soft">{ts('link.help')}</p>
        {state.kind === 'failed' && <FailureNotice failure={state.failure} onRetry={reload} />}
        {state.kind === 'ready' && (
          <>
            <p class="code small link-text">{state.value.link}</p>
            <div class="button-row">
              <CopyButton text={state.value.link} label={ts('link.copy')} />
              <Button onClick={() => setAsks(true)}>{ts('link.replace')}</Button>
            </div>
          </>
        )}
      </div>
      {state.kind === 'ready' && (
        <div class="link-qr">
          <QrCode text={state.value.link} what={ts('link.title')} />
        </div>
      )}
      <Volunteers site={site} />
      {asks && (
        <Dialog title={ts('link.replace')} onClose={() => setAsks(false)}>
          <p>{ts('link.replaceHelp')}</p>
          {replace.failure && <FailureNotice failure={replace.failure} />}
          <div class="button-row">
            <Button look="danger" busy={replace.busy} onClick={() => void replace.run({ site })}>
              {ts('link.replace')}
            </Button>
            <Button onClick={() => setAsks(false)}>{ts('action.cancel')}</Button>
          </div>
        </Dialog>
      )}
    </section>
  )
}

function Volunteers({ site }: { site: number }) {
  const { state } = useAnswer(`volunteers ${site}`, () => listVolunteers(site))
  const volunteers = state.kind === 'ready' ? state.value.volunteers : []
  return (
    <details class="stack">
      <summary>{ts('link.volunteers', { count: volunteers.length })}</summary>
      <ul class="plan-volunteers">
        {volunteers.map(({ id, name, phone, link }) => (
          <li key={id}>
            <span>
              {name} <span class="soft small numbers">{phone}</span>
            </span>
            <CopyButton text={link} label={ts('link.copyOwn')} />
          </li>
        ))}
      </ul>
    </details>
  )
}
