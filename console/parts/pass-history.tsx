import type { PassDetail } from '../../shared/schema/passes.ts'
import { t } from '../../ui/i18n/console.ts'
import { formatTime } from '../../ui/i18n/format.ts'

export const PassHistory = ({ history }: { history: PassDetail['history'] }) => (
  <section class="stack">
    <h2>{t('pass.history')}</h2>
    <ol class="history">
      {[...history]
        .sort((a, b) => b.at - a.at)
        .map(event => (
          <li key={`${event.at} ${event.action}`}>
            <p>
              <strong>{t(`done.${event.action}`)}</strong>
              {event.reason !== null && <> · {t(`reason.${event.reason}`)}</>}
            </p>
            {event.note !== null && <p>{event.note}</p>}
            <p class="soft small numbers">
              {formatTime(event.at, 'dateTime')} · {event.by}
            </p>
          </li>
        ))}
    </ol>
  </section>
)
