import { ta } from '../../ui/i18n/alerts.ts'
import { isAlertFeedBroken, openAlerts, reloadAlerts, useOpenAlerts } from '../state/use-open-alerts.ts'
import { AlertCard } from './alert-card.tsx'
import './alerts.css'

const SHOWN = 3

/** Above every page until somebody takes it: whoever is at the desk sees it, whatever they are doing. */
export function AlertBanner({ isHidden }: { isHidden: boolean }) {
  useOpenAlerts()
  const alerts = openAlerts.value
  if (isHidden) return null // their own page lists them all
  if (alerts.length === 0) return isAlertFeedBroken.value ? <p class="alert-broken small">{ta('alerts.broken')}</p> : null
  const more = alerts.length - SHOWN
  return (
    <section class="alert-banner" role="alert" aria-label={ta('alerts.title')}>
      <ul class="alerts">
        {alerts.slice(0, SHOWN).map(alert => (
          <AlertCard key={alert.id} alert={alert} onSeen={() => void reloadAlerts()} />
        ))}
      </ul>
      {more > 0 && <a href="#/alerts">{ta('alerts.more', { count: more })}</a>}
    </section>
  )
}
