import { useState } from 'preact/hooks'
import { WORK_STATES } from '../../shared/work/states.ts'
import { WORK_FLAGS } from '../../shared/work/words.ts'
import type { Option } from '../../ui/components/select.tsx'
import { Select } from '../../ui/components/select.tsx'
import { nameOf } from '../../ui/i18n/language.ts'
import { tw } from '../../ui/i18n/work-console.ts'
import { known } from '../state/directory.ts'
import { queueFilters, type QueueFilters } from './queue-filters.ts'
import { useEmployerNames } from './use-employer-names.ts'

/** Nothing is declared in a draft, so that nobody can review it. */
const STATES = WORK_STATES.filter(state => state !== 'draft')

export const communityOptions = (): Option[] =>
  (known()?.communities ?? []).map(community => ({ value: community.id, label: nameOf(community) }))

/** Folded on a phone, where the queue itself needs the place. */
export function QueueFilterBar() {
  const now = queueFilters.value
  const set = (change: Partial<QueueFilters>): void => {
    queueFilters.value = { ...queueFilters.value, ...change }
  }
  const any = { value: '', label: tw('filter.any') }
  const communities = communityOptions()
  const employers = useEmployerNames()
  const [isWide] = useState(() => matchMedia('(min-width: 761px)').matches)
  const chosen = Object.values(now).filter(value => value !== '').length
  return (
    <details class="work-filter-fold" open={isWide}>
      <summary>{chosen === 0 ? tw('filter.title') : tw('filter.chosen', { count: chosen })}</summary>
      <search class="filters work-filters">
        <Select
          label={tw('queue.state')}
          value={now.state}
          options={[{ value: '', label: tw('filter.waiting') }, ...STATES.map(value => ({ value, label: tw(`state.${value}`) }))]}
          onValue={state => set({ state })}
        />
        {communities.length > 1 && (
          <Select
            label={tw('filter.community')}
            value={now.community}
            options={[any, ...communities]}
            onValue={community => set({ community })}
          />
        )}
        <Select
          label={tw('queue.employer')}
          value={now.employer}
          options={[any, ...employers]}
          onValue={employer => set({ employer })}
        />
        <Select
          label={tw('queue.flags')}
          value={now.flags}
          options={[
            any,
            { value: 'any', label: tw('filter.flagged') },
            { value: 'none', label: tw('filter.unflagged') },
            ...WORK_FLAGS.map(value => ({ value, label: tw(`flag.${value}`) }))
          ]}
          onValue={flags => set({ flags })}
        />
        <Select
          label={tw('filter.whose')}
          value={now.mine}
          options={[any, { value: 'true', label: tw('filter.mine') }]}
          onValue={mine => set({ mine })}
        />
      </search>
    </details>
  )
}
