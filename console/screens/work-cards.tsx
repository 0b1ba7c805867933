import { useState } from 'preact/hooks'
import { Button } from '../../ui/components/button.tsx'
import { Empty, FailureNotice, Notice } from '../../ui/components/notice.tsx'
import { Select } from '../../ui/components/select.tsx'
import { Loading } from '../../ui/components/spinner.tsx'
import { tw } from '../../ui/i18n/work-console.ts'
import { listWorkCards } from '../api/work.ts'
import { useInterval } from '../state/use-interval.ts'
import { usePages } from '../state/use-pages.ts'
import { CardTable } from '../work/card-table.tsx'
import { communityOptions } from '../work/queue-filter-bar.tsx'
import { WorkTabs } from '../work/work-tabs.tsx'
import '../work/work.css'

/** A report lifts a hold at once; the desk that called the holder sees it soon. */
const LOOK_MS = 15_000

/** Cards with how it stands with their reports; those on hold first of all. */
export function WorkCardsScreen() {
  const [show, setShow] = useState('held')
  const [community, setCommunity] = useState('')
  const query = { community, held: show === 'held' ? 'true' : '' }
  const list = usePages(JSON.stringify(query), cursor => listWorkCards({ ...query, cursor }))
  useInterval(() => void list.refresh(), LOOK_MS)
  const communities = communityOptions()
  return (
    <div class="work-page">
      <WorkTabs at="cards" />
      <header class="page-head">
        <h1>{tw('cards.title')}</h1>
      </header>
      <p class="soft">{tw('cards.holdSecret')}</p>
      <search class="filters work-filters">
        <Select
          label={tw('cards.show')}
          value={show}
          options={[
            { value: 'held', label: tw('cards.held') },
            { value: 'all', label: tw('cards.all') }
          ]}
          onValue={setShow}
        />
        {communities.length > 1 && (
          <Select
            label={tw('filter.community')}
            value={community}
            options={[{ value: '', label: tw('filter.any') }, ...communities]}
            onValue={setCommunity}
          />
        )}
      </search>
      {list.isOld && <Notice tone="warn">{tw('queue.broken')}</Notice>}
      {list.failure && <FailureNotice failure={list.failure} onRetry={list.items === null ? list.reload : list.more} />}
      {list.items === null && list.busy && <Loading />}
      {list.items !== null && list.items.length > 0 && <CardTable cards={list.items} onChange={() => void list.refresh()} />}
      {list.items?.length === 0 && !list.busy && list.failure === null && (
        <Empty title={tw(show === 'held' ? 'cards.noneHeld' : 'cards.empty')} />
      )}
      {list.next !== null && (
        <Button class="more" busy={list.busy} onClick={list.more}>
          {tw('action.more')}
        </Button>
      )}
    </div>
  )
}
