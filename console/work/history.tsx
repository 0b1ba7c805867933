import type { ApplicationDetail } from '../../shared/schema/work-review.ts'
import { REJECT_REASONS } from '../../shared/work/words.ts'
import { formatTime } from '../../ui/i18n/format.ts'
import { tw, WORK_REVIEW_WORDS, type WorkKey } from '../../ui/i18n/work-console.ts'

type Step = ApplicationDetail['history'][number]

/** A word of a closed set that may grow on the server first: shown as it is until this page knows it. */
const wordOr = (kind: 'event' | 'actor', word: string): string =>
  Object.hasOwn(WORK_REVIEW_WORDS, `${kind}.${word}`) ? tw(`${kind}.${word}` as WorkKey) : word
const reasonWord = (reason: string): string =>
  (REJECT_REASONS as readonly string[]).includes(reason) ? tw(`reject.${reason}` as WorkKey) : reason

/** Newest first. Who has no account has no name there: it is the applicant. */
export const History = ({ steps }: { steps: readonly Step[] }) => (
  <section class="panel stack">
    <h2>{tw('history.title')}</h2>
    <ol class="history">
      {steps
        .map((step, index) => ({ step, index }))
        .reverse()
        .map(({ step, index }) => (
          <li key={index} data-event={step.event}>
            <p>
              <strong>{wordOr('event', step.event)}</strong>
              {step.reason !== null && <> · {reasonWord(step.reason)}</>}
            </p>
            {step.note !== null && <p class="work-text">{step.note}</p>}
            <p class="soft small numbers">
              {formatTime(step.at, 'dateTime')} · {wordOr('actor', step.by || 'applicant')}
            </p>
          </li>
        ))}
    </ol>
  </section>
)
