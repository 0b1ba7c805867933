import { ButtonLink } from '../../../ui/components/button.tsx'
import type { WorkProof } from '../../work/kept.ts'
import { onPage, term, timeOf } from '../../work/say.ts'
import type { WorkCardView } from '../../work/wire.ts'
import { ReportPanel } from './report-panel.tsx'

/** The card with the way to its page, and the daily report. */
export function CardSection({ proof, card, load }: { proof: WorkProof; card: WorkCardView; load: () => Promise<void> }) {
  const isOver = card.end <= Date.now()
  const word = isOver && card.status === 'valid' ? term('card.expired') : term(`card.${card.status}`)
  const isStanding = !isOver && (card.status === 'valid' || card.status === 'held')
  return (
    <section class="stack-gap" data-card={card.status}>
      <div class={`card stack-gap work-card work-card-${isOver ? 'over' : card.status}`}>
        <h2>{onPage('card')}</h2>
        <p class="work-card-state">{word}</p>
        {card.hold !== null && card.status === 'held' && <p>{term(`hold.${card.hold}`)}</p>}
        <p class="numbers">{onPage('validUntil', { time: timeOf(card.end) })}</p>
        {isStanding && (
          <>
            <ButtonLink look="primary" href={fragmentOf(card.link)} data-open-card>
              {onPage('openCard')}
            </ButtonLink>
            <p class="soft small">{onPage('cardHelp')}</p>
          </>
        )}
      </div>
      {isStanding && <ReportPanel proof={proof} card={card} onKept={load} />}
    </section>
  )
}

/** The card's page is this app's own: by the fragment it also opens where the service is behind another name. */
const fragmentOf = (link: string): string => {
  const at = link.indexOf('#')
  return at < 0 ? link : link.slice(at)
}
