import { STANDINGS, type Standing } from '../../shared/survey/words.ts'
import type { Tally } from '../../shared/survey/coverage.ts'
import { coveredPerMille, totalOf } from '../../shared/survey/coverage.ts'
import { formatNumber } from '../../ui/i18n/format.ts'
import { tv } from '../../ui/i18n/survey.ts'

/** A sign for each standing, so that nobody has to tell colours apart. */
const SIGNS: Readonly<Record<Standing, string>> = { open: '·', reached: '●', self: '@', refused: '✕', unreachable: '?' }

export const StandingMark = ({ standing }: { standing: Standing }) => (
  <span class={`standing standing-${standing}`} aria-hidden="true">
    {SIGNS[standing]}
  </span>
)

export const StandingWord = ({ standing }: { standing: Standing }) => (
  <span class="standing-word">
    <StandingMark standing={standing} /> {tv(`standing.${standing}`)}
  </span>
)

/** Each standing with its sign and, where there is a tally, its number. */
export const Legend = ({ tally }: { tally?: Tally }) => (
  <ul class="legend" aria-label={tv('survey.mapLegend')}>
    {STANDINGS.map(standing => (
      <li key={standing}>
        <StandingWord standing={standing} />
        {tally !== undefined && <strong class="numbers"> {formatNumber(tally[standing])}</strong>}
      </li>
    ))}
  </ul>
)

/** How much of a round is known: a bar in the standings' patterns, and the same in words. */
export function Progress({ tally }: { tally: Tally }) {
  const total = totalOf(tally)
  const done = tally.reached + tally.self
  const order: readonly Standing[] = ['reached', 'self', 'refused', 'unreachable', 'open']
  return (
    <div class="progress">
      <svg class="progress-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        {order.map((standing, index) => {
          const before = order.slice(0, index).reduce((sum, each) => sum + tally[each], 0)
          const scale = total === 0 ? 0 : 100 / total
          return (
            <rect key={standing} class={`bar-${standing}`} x={before * scale} y="0" width={tally[standing] * scale} height="6" />
          )
        })}
      </svg>
      <span class="small numbers">
        {tv('survey.covered', {
          percent: (coveredPerMille(tally) / 10).toFixed(1),
          done: formatNumber(done),
          total: formatNumber(total)
        })}
      </span>
    </div>
  )
}
