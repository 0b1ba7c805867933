import type { WorkSummary } from '../../shared/schema/work-review.ts'
import { formatNumber, formatTime } from '../../ui/i18n/format.ts'
import { tw, type WorkKey } from '../../ui/i18n/work-console.ts'
import { go } from '../state/location.ts'
import { NO_FILTERS, queueFilters, type QueueFilters } from './queue-filters.ts'

type Tile = {
  readonly count: (summary: WorkSummary) => number
  readonly word: WorkKey
  /** Where a press leads: filters of the queue, or a page. */
  readonly to: Partial<QueueFilters> | string
  readonly mark?: (count: number) => 'late' | 'held' | null
}

const TILES: readonly Tile[] = [
  { count: one => one.waiting, word: 'tile.waiting', to: { state: 'submitted' } },
  { count: one => one.underReview, word: 'tile.underReview', to: { state: 'under-review' } },
  { count: one => one.late, word: 'tile.late', to: {}, mark: count => (count > 0 ? 'late' : null) },
  { count: one => one.flagged, word: 'tile.flagged', to: { flags: 'any' } },
  { count: one => one.moreInfo, word: 'tile.moreInfo', to: { state: 'more-info' } },
  { count: one => one.cardsHeld, word: 'tile.cardsHeld', to: '/work/cards', mark: count => (count > 0 ? 'held' : null) },
  { count: one => one.employersWaiting, word: 'tile.employersWaiting', to: '/work/employers' }
]

/** How things stand, each a way to what it counts. The queue is oldest first, so that late ones are on top. */
export const SummaryTiles = ({ summary }: { summary: WorkSummary }) => (
  <ul class="work-tiles">
    {TILES.map(tile => {
      const count = tile.count(summary)
      const mark = tile.mark?.(count) ?? null
      return (
        <li key={tile.word}>
          <button type="button" class={`work-tile ${mark === null ? '' : `work-tile-${mark}`}`} onClick={() => open(tile.to)}>
            <span class="work-tile-count numbers" data-tile={tile.word}>
              {mark !== null && <span aria-hidden="true">{mark === 'late' ? '▲' : '❚❚'} </span>}
              {formatNumber(count)}
            </span>
            <span>{tw(tile.word)}</span>
            {tile.word === 'tile.waiting' && summary.oldest !== null && (
              <span class="soft small numbers">{tw('tile.oldest', { time: formatTime(summary.oldest, 'shortDateTime') })}</span>
            )}
          </button>
        </li>
      )
    })}
  </ul>
)

function open(to: Tile['to']): void {
  if (typeof to === 'string') go(to)
  else queueFilters.value = { ...NO_FILTERS, ...to }
}
