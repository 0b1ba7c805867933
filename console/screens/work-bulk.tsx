import { useState } from 'preact/hooks'
import type { QueueItem } from '../../shared/schema/work-review.ts'
import { WORK_LIMITS } from '../../shared/work/limits.ts'
import { Button } from '../../ui/components/button.tsx'
import { Empty, FailureNotice, Notice } from '../../ui/components/notice.tsx'
import { Select } from '../../ui/components/select.tsx'
import { Loading } from '../../ui/components/spinner.tsx'
import { tw } from '../../ui/i18n/work-console.ts'
import { listQueue, makeBulk } from '../api/work.ts'
import { go } from '../state/location.ts'
import { readPages } from '../state/read-pages.ts'
import { useAnswer } from '../state/use-answer.ts'
import { useWrite } from '../state/use-write.ts'
import { BulkTable } from '../work/bulk-table.tsx'
import { newBulk } from '../work/new-bulk.ts'
import { communityOptions } from '../work/queue-filter-bar.tsx'
import { useEmployerNames } from '../work/use-employer-names.ts'
import { WorkTabs } from '../work/work-tabs.tsx'
import '../work/work.css'

const PAGE_SIZE = 200

/** Everything that waits without a flag; what is not to be in the bulk is taken out before it begins. */
export function WorkBulkScreen() {
  const [community, setCommunity] = useState('')
  const [employer, setEmployer] = useState('')
  const query = { state: 'submitted', flagged: 'false', community, employer, limit: PAGE_SIZE }
  const { state, reload } = useAnswer(JSON.stringify(query), () =>
    readPages(cursor => listQueue({ ...query, cursor }), WORK_LIMITS.bulk)
  )
  const any = { value: '', label: tw('filter.any') }
  const communities = communityOptions()
  const employers = useEmployerNames()
  return (
    <div class="work-page">
      <WorkTabs at="bulk" />
      <header class="page-head">
        <h1>{tw('work.tab.bulk')}</h1>
      </header>
      <p class="soft">{tw('bulk.lead')}</p>
      <search class="filters work-filters">
        {communities.length > 1 && (
          <Select label={tw('filter.community')} value={community} options={[any, ...communities]} onValue={setCommunity} />
        )}
        <Select label={tw('queue.employer')} value={employer} options={[any, ...employers]} onValue={setEmployer} />
      </search>
      {state.kind === 'loading' && <Loading />}
      {state.kind === 'failed' && <FailureNotice failure={state.failure} onRetry={() => void reload()} />}
      {state.kind === 'ready' && state.value.items.length === 0 && (
        <Empty title={tw('bulk.none')}>
          <p>{tw('bulk.noneHelp')}</p>
        </Empty>
      )}
      {state.kind === 'ready' && state.value.items.length > 0 && (
        <Picked key={JSON.stringify(query)} items={state.value.items} isWhole={state.value.isWhole} />
      )}
    </div>
  )
}

function Picked({ items, isWhole }: { items: readonly QueueItem[]; isWhole: boolean }) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const { run, busy, failure } = useWrite(makeBulk, bulk => {
    newBulk.value = bulk
    go(`/work/bulk/${bulk.id}`)
  })
  const numbers = items.map(({ number }) => number).filter(number => !left.has(number))
  const toggle = (number: string): void => {
    const next = new Set(left)
    if (!next.delete(number)) next.add(number)
    setLeft(next)
  }
  return (
    <>
      {!isWhole && <Notice>{tw('bulk.most', { count: WORK_LIMITS.bulk })}</Notice>}
      {failure && <FailureNotice failure={failure} />}
      <div class="work-bulk-head">
        <p role="status">{tw('bulk.found', { count: items.length, chosen: numbers.length })}</p>
        <div class="button-row">
          <Button onClick={() => setLeft(new Set())}>{tw('bulk.all')}</Button>
          <Button onClick={() => setLeft(new Set(items.map(({ number }) => number)))}>{tw('bulk.nobody')}</Button>
          <Button
            look="primary"
            busy={busy}
            disabled={numbers.length === 0}
            onClick={() => void run({ numbers })}
            data-bulk-start
          >
            {tw('bulk.start', { count: numbers.length })}
          </Button>
        </div>
      </div>
      <BulkTable items={items} isChosen={number => !left.has(number)} onToggle={toggle} />
    </>
  )
}
