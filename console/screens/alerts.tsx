import { Button } from '../../ui/components/button.tsx'
import { Empty, FailureNotice } from '../../ui/components/notice.tsx'
import { Loading } from '../../ui/components/spinner.tsx'
import { ta } from '../../ui/i18n/alerts.ts'
import { t } from '../../ui/i18n/console.ts'
import { listAlerts } from '../api/alerts.ts'
import { AlertCard } from '../parts/alert-card.tsx'
import { openAlerts } from '../state/use-open-alerts.ts'
import { usePages } from '../state/use-pages.ts'
import '../parts/alerts.css'

/** Everything that the gates told, with who took it. */
export function AlertsScreen() {
  // A change of what is open is a change of this list, too.
  const list = usePages(openAlerts.value.map(({ id }) => id).join(' '), cursor => listAlerts({ cursor }))
  return (
    <>
      <header class="page-head">
        <h1>{ta('alerts.title')}</h1>
      </header>
      {list.failure && <FailureNotice failure={list.failure} onRetry={list.items === null ? list.reload : list.more} />}
      {list.items === null && list.busy && <Loading />}
      {list.items?.length === 0 && !list.busy && (
        <Empty title={ta('alerts.none')}>
          <p>{ta('alerts.noneHelp')}</p>
        </Empty>
      )}
      <ul class="alerts">
        {list.items?.map(alert => (
          <AlertCard key={alert.id} alert={alert} onSeen={list.reload} />
        ))}
      </ul>
      {list.next !== null && (
        <Button class="more" busy={list.busy} onClick={list.more}>
          {t('action.more')}
        </Button>
      )}
    </>
  )
}
