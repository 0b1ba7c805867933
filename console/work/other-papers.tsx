import type { ApplicationDetail } from '../../shared/schema/work-review.ts'
import { tw } from '../../ui/i18n/work-console.ts'

/** What else there is of the same document: applications and standing cards, each a way to look at it. */
export function OtherPapers({ facts }: Pick<ApplicationDetail, 'facts'>) {
  const { sameDocument, cards } = facts
  if (sameDocument.length === 0 && cards.length === 0) return null
  return (
    <section class="panel stack">
      {sameDocument.length > 0 && (
        <>
          <h2>{tw('compare.others')}</h2>
          <ul class="rows">
            {sameDocument.map(({ number, state }) => (
              <li key={number}>
                <a class="code" href={`#/work/${number}`}>
                  {number}
                </a>{' '}
                {tw(`state.${state}`)}
              </li>
            ))}
          </ul>
        </>
      )}
      {cards.length > 0 && (
        <>
          <h2>{tw('compare.cards')}</h2>
          <ul class="rows">
            {cards.map(serial => (
              <li key={serial}>
                <a href={`#/passes/${serial}`}>{tw('card.open', { serial })}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
