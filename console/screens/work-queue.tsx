import { Button } from '../../ui/components/button.tsx'
import { Empty, FailureNotice, Notice } from '../../ui/components/notice.tsx'
import { Loading } from '../../ui/components/spinner.tsx'
import { tw } from '../../ui/i18n/work-console.ts'
import { listQueue, readWorkSummary } from '../api/work.ts'
import { useAnswer } from '../state/use-answer.ts'
import { useInterval } from '../state/use-interval.ts'
import { usePages } from '../state/use-pages.ts'
import { moveFocus } from '../work/move-focus.ts'
import { NO_FILTERS, queueFilters, queueQuery } from '../work/queue-filters.ts'
import { QueueFilterBar } from '../work/queue-filter-bar.tsx'
import { QueueTable } from '../work/queue-table.tsx'
import { ShortcutLegend } from '../work/shortcut-legend.tsx'
import { SummaryTiles } from '../work/summary-tiles.tsx'
import { useShortcuts } from '../work/use-shortcuts.ts'
import { useTakeNext } from '../work/use-take-next.ts'
import { WorkTabs } from '../work/work-tabs.tsx'
import '../work/work.css'

/** A claim and a new application are seen by everybody within so long. */
const LOOK_MS = 5_000

/** What waits, the oldest first; who reviews takes the next one and never has to choose. */
export function WorkQueueScreen() {
  const filters = queueFilters.value
  const summary = useAnswer('work summary', readWorkSummary)
  const list = usePages(JSON.stringify(filters), cursor => listQueue({ ...queueQuery(filters), cursor }))
  const next = useTakeNext()
  useInterval(() => {
    void list.refresh()
    void summary.reload(true)
  }, LOOK_MS)
  useShortcuts({
    n: () => void next.take(),
    j: () => moveFocus('.row-link', 1),
    k: () => moveFocus('.row-link', -1)
  })
  const isFiltered = JSON.stringify(filters) !== JSON.stringify(NO_FILTERS)
  return (
    <div class="work-page">
      <WorkTabs at="queue" />
      <header class="page-head">
        <h1>{tw('work.title')}</h1>
        <Button look="primary" busy={next.busy} onClick={() => void next.take()} data-take-next>
          {tw('queue.next')}
        </Button>
      </header>
      {next.failure && <FailureNotice failure={next.failure} />}
      {next.isNone && <Notice>{tw('queue.none')}</Notice>}
      {summary.state.kind === 'ready' && <SummaryTiles summary={summary.state.value} />}
      <QueueFilterBar />
      <p class="soft small list-state" role="status">
        {list.items !== null && tw('queue.count', { count: list.items.length })}
      </p>
      {list.isOld && <Notice tone="warn">{tw('queue.broken')}</Notice>}
      {list.failure && <FailureNotice failure={list.failure} onRetry={list.items === null ? list.reload : list.more} />}
      {list.items === null && list.busy && <Loading />}
      {list.items !== null && list.items.length > 0 && <QueueTable items={list.items} />}
      {list.items?.length === 0 && !list.busy && list.failure === null && <Nothing isFiltered={isFiltered} />}
      {list.next !== null && (
        <Button class="more" busy={list.busy} onClick={list.more}>
          {tw('action.more')}
        </Button>
      )}
      <ShortcutLegend
        keys={[
          ['N', tw('keys.next')],
          ['J / K', tw('keys.move')]
        ]}
      />
    </div>
  )
}

const Nothing = ({ isFiltered }: { isFiltered: boolean }) =>
  isFiltered ? (
    <Empty title={tw('queue.nothing')}>
      <Button
        onClick={() => {
          queueFilters.value = NO_FILTERS
        }}
      >
        {tw('queue.clear')}
      </Button>
    </Empty>
  ) : (
    <Empty title={tw('queue.empty')}>
      <p>{tw('queue.emptyHelp')}</p>
    </Empty>
  )
