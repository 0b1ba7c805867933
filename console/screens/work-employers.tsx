import { useState } from 'preact/hooks'
import { EMPLOYER_STATES } from '../../shared/work/employer-states.ts'
import { Button } from '../../ui/components/button.tsx'
import { Empty, FailureNotice } from '../../ui/components/notice.tsx'
import { Select } from '../../ui/components/select.tsx'
import { Loading } from '../../ui/components/spinner.tsx'
import { tw } from '../../ui/i18n/work-console.ts'
import { listEmployers } from '../api/work.ts'
import { useInterval } from '../state/use-interval.ts'
import { usePages } from '../state/use-pages.ts'
import { EmployerTable } from '../work/employer-table.tsx'
import { communityOptions } from '../work/queue-filter-bar.tsx'
import { WorkTabs } from '../work/work-tabs.tsx'
import '../work/work.css'

const LOOK_MS = 30_000

export function WorkEmployersScreen() {
  const [state, setState] = useState('')
  const [community, setCommunity] = useState('')
  const query = { state, community }
  const list = usePages(JSON.stringify(query), cursor => listEmployers({ ...query, cursor }))
  useInterval(() => void list.refresh(), LOOK_MS)
  const any = { value: '', label: tw('filter.any') }
  const communities = communityOptions()
  return (
    <div class="work-page">
      <WorkTabs at="employers" />
      <header class="page-head">
        <h1>{tw('employers.title')}</h1>
      </header>
      <search class="filters work-filters">
        <Select
          label={tw('employers.state')}
          value={state}
          options={[any, ...EMPLOYER_STATES.map(value => ({ value, label: tw(`employer.${value}`) }))]}
          onValue={setState}
        />
        {communities.length > 1 && (
          <Select label={tw('filter.community')} value={community} options={[any, ...communities]} onValue={setCommunity} />
        )}
      </search>
      {list.failure && <FailureNotice failure={list.failure} onRetry={list.items === null ? list.reload : list.more} />}
      {list.items === null && list.busy && <Loading />}
      {list.items !== null && list.items.length > 0 && <EmployerTable employers={list.items} />}
      {list.items?.length === 0 && !list.busy && list.failure === null && (
        <Empty title={tw('employers.empty')}>
          <p>{tw('employers.emptyHelp')}</p>
        </Empty>
      )}
      {list.next !== null && (
        <Button class="more" busy={list.busy} onClick={list.more}>
          {tw('action.more')}
        </Button>
      )}
    </div>
  )
}
