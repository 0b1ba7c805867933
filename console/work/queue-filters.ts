import { signal } from '@preact/signals'
import type { Query } from '../api/query-string.ts'

/** As chosen; empty: all. `flags`: a flag, `any` or `none` of them. */
export type QueueFilters = {
  readonly state: string
  readonly community: string
  readonly employer: string
  readonly flags: string
  readonly mine: string
}
export const NO_FILTERS: QueueFilters = { state: '', community: '', employer: '', flags: '', mine: '' }

/** Kept while an application is open. */
export const queueFilters = signal<QueueFilters>(NO_FILTERS)

const flagQuery = (flags: string): Query => {
  if (flags === 'any') return { flagged: 'true' }
  if (flags === 'none') return { flagged: 'false' }
  return { flag: flags }
}

export const queueQuery = ({ state, community, employer, flags, mine }: QueueFilters): Query => ({
  state,
  community,
  employer,
  mine,
  ...flagQuery(flags)
})

/** What is left to be taken within the same filters; who has claimed it does not matter then. */
export const takeableQuery = (filters: QueueFilters): Query => ({
  ...queueQuery({ ...filters, state: 'submitted', mine: '' })
})
