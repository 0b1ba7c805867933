import type { InjectOptions } from 'fastify'

/** Things of one community, each made anew for a case. */
export type Fixture = {
  serial: number
  device: string
  alert: number
  account: string
  site: number
  community: string
  gate: string
  policy: number
  household: number
  version: number
  grid: string
  massIssue: string
  import: string
  slot: string
  takenSlot: string
  volunteer: string
  round: string
  /** Household of the round, and its building. */
  surveyed: number
  building: string
  application: string
  employer: string
  bulk: string
}
/** How a route is called with the things of one community; `writes` have to be repeated on fresh things. */
export type Call = (fixture: Fixture) => Pick<InjectOptions, 'url' | 'payload' | 'headers'>
