import type { AlertView } from '../../shared/schema/alerts.ts'
import { Button } from '../../ui/components/button.tsx'
import { FailureNotice } from '../../ui/components/notice.tsx'
import { ta } from '../../ui/i18n/alerts.ts'
import { formatTime } from '../../ui/i18n/format.ts'
import { acknowledgeAlert } from '../api/alerts.ts'
import { gateName, siteName } from '../state/directory.ts'
import { useWrite } from '../state/use-write.ts'

type Props = { readonly alert: AlertView; readonly onSeen: (alert: AlertView) => void }

/** What, who (masked), where, when; and somebody who takes it. */
export function AlertCard({ alert, onSeen }: Props) {
  const seen = useWrite(acknowledgeAlert(alert.id), onSeen)
  return (
    <li class={`alert alert-${alert.kind}`} data-alert={alert.id}>
      <div class="alert-facts">
        <strong>{ta(`alerts.${alert.kind}`)}</strong>
        <span>
          <Who alert={alert} />
          {' · '}
          {siteName(alert.site)} · {gateName(alert.gate)} · <span class="numbers">{formatTime(alert.at, 'shortDateTime')}</span>
        </span>
        {alert.kind === 'fever' && <span class="small">{ta(alert.held ? 'alerts.held' : 'alerts.notHeld')}</span>}
        {alert.note !== null && <span class="small">{alert.note}</span>}
        {alert.acknowledgedAt !== null && (
          <span class="soft small">
            {ta('alerts.seenBy', {
              name: alert.acknowledgedBy ?? '',
              time: formatTime(alert.acknowledgedAt, 'shortDateTime')
            })}
          </span>
        )}
      </div>
      {alert.acknowledgedAt === null && (
        <Button busy={seen.busy} onClick={() => void seen.run({})}>
          {ta('alerts.seen')}
        </Button>
      )}
      {seen.failure && <FailureNotice failure={seen.failure} />}
    </li>
  )
}

const Who = ({ alert }: { alert: AlertView }) =>
  alert.serial === null ? (
    <>{alert.label ?? ta('alerts.nobody')}</>
  ) : (
    <a href={`#/passes/${alert.serial}`}>{alert.label ?? alert.serial}</a>
  )
