import { useState } from 'preact/hooks'
import { addressText } from '../../shared/register/address.ts'
import type { ItemView, RoundDetail } from '../../shared/schema/survey.ts'
import { STANDINGS } from '../../shared/survey/words.ts'
import { Button } from '../../ui/components/button.tsx'
import { Field } from '../../ui/components/field.tsx'
import { Empty, FailureNotice } from '../../ui/components/notice.tsx'
import { Select } from '../../ui/components/select.tsx'
import { Loading } from '../../ui/components/spinner.tsx'
import { tc } from '../../ui/i18n/common.ts'
import { formatTime } from '../../ui/i18n/format.ts'
import { tv } from '../../ui/i18n/survey.ts'
import { wordOf } from '../register/options.ts'
import { Cell, Table } from '../parts/table.tsx'
import { siteName } from '../state/directory.ts'
import { usePages } from '../state/use-pages.ts'
import { listDoors } from './endpoints.ts'
import { StandingWord } from './standing-mark.tsx'

/** Doors of a round by list, standing and building; `report`: only those whose own report waits. */
export function DoorList({ round, worker, report = false }: { round: RoundDetail; worker: string; report?: boolean }) {
  const [filters, setFilters] = useState({ worker, standing: '', building: '' })
  const query = report ? { report: 'submitted' } : filters
  const list = usePages(`${round.id} ${JSON.stringify(query)}`, cursor => listDoors(round.id, { ...query, cursor }))
  const set = (change: Partial<typeof filters>): void => setFilters({ ...filters, ...change })
  const all = { value: '', label: tv('survey.all') }
  const names = new Map(round.lists.map(one => [one.worker, one.name ?? tv('survey.nobody')]))
  return (
    <>
      {!report && (
        <search class="filters register-filters">
          <Select
            label={tv('survey.worker')}
            value={filters.worker}
            options={[all, ...[...names].map(([id, label]) => ({ value: id ?? 'none', label }))]}
            onValue={next => set({ worker: next })}
          />
          <Select
            label={tv('survey.progress')}
            value={filters.standing}
            options={[all, ...STANDINGS.map(value => ({ value, label: tv(`standing.${value}`) }))]}
            onValue={standing => set({ standing })}
          />
          <Field
            label={tv('survey.building')}
            maxLength={10}
            value={filters.building}
            onValue={building => set({ building: building.trim() })}
          />
        </search>
      )}
      {list.failure && <FailureNotice failure={list.failure} onRetry={list.items === null ? list.reload : list.more} />}
      {list.items === null && list.busy && <Loading />}
      {list.items?.length === 0 && !list.busy && <Empty title={tv(report ? 'survey.noReports' : 'survey.nothing')} />}
      {list.items !== null && list.items.length > 0 && (
        <Table
          caption={tv('survey.doors')}
          heads={[tv('survey.doors'), tv('survey.site'), tv('survey.progress'), tv('survey.history'), tv('survey.worker')]}
        >
          {list.items.map(item => (
            <DoorRow key={item.household} round={round.id} item={item} name={names.get(item.worker) ?? ''} />
          ))}
        </Table>
      )}
      {list.next !== null && (
        <Button class="more" busy={list.busy} onClick={list.more}>
          {tc('action.more')}
        </Button>
      )}
    </>
  )
}

const DoorRow = ({ round, item, name }: { round: string; item: ItemView; name: string }) => (
  <tr>
    <Cell label={tv('survey.doors')} main>
      <a class="row-link numbers" href={`#/surveys/${round}/${item.household}`}>
        {addressText(item)}
      </a>
    </Cell>
    <Cell label={tv('survey.site')}>{siteName(item.site)}</Cell>
    <Cell label={tv('survey.progress')}>
      <StandingWord standing={item.standing} />
      {item.report !== null && <span class="chip">{tv(`reportState.${item.report}`)}</span>}
    </Cell>
    <Cell label={tv('survey.history')}>
      {item.last === null ? (
        '—'
      ) : (
        <>
          {wordOf('way', item.last.way)} · {wordOf('outcome', item.last.outcome)}
          <span class="soft small late">
            {formatTime(item.last.at, 'shortDateTime')}
            {item.nextAt !== null && ` · ${tv('survey.nextAt', { time: formatTime(item.nextAt, 'shortDateTime') })}`}
          </span>
        </>
      )}
    </Cell>
    <Cell label={tv('survey.worker')}>{name}</Cell>
  </tr>
)
