import type { EmployerState } from '../../shared/work/employer-states.ts'
import type { WorkState } from '../../shared/work/states.ts'
import type { WorkRow } from './work-rows.ts'

export type EmployerFields = {
  secretHash: string
  /** Encrypted: legal representative, contact, address. */
  body: string
  /** Encrypted filing; null: not filed. */
  filing: string | null
  filedAt: number | null
  reason: string | null
  /** Encrypted. */
  note: string | null
  maySign: boolean
  approvedAt: number | null
}
export type EmployerRow = EmployerFields & {
  id: string
  name: string
  creditCode: string
  community: string
  state: EmployerState
  requestMac: string
  createdAt: number
}

export type EmployerCounts = {
  employer: string
  state: WorkState
  count: number
}

export interface WorkEmployerStorage {
  /** `taken`: the secret is there already. */
  addEmployer(row: EmployerRow): Promise<'added' | 'taken'>
  employer(id: string): Promise<EmployerRow | null>
  employersById(ids: readonly string[]): Promise<EmployerRow[]>
  employerBySecret(secretHash: string): Promise<EmployerRow | null>
  /** Newest first. */
  employers(filter: {
    community: string | null
    state?: EmployerState
    before?: { createdAt: number; id: string }
    limit: number
  }): Promise<EmployerRow[]>
  /** Compare and set; `taken`: an approved employer has the credit code. */
  changeEmployer(
    id: string,
    from: readonly EmployerState[],
    to: EmployerState,
    change: Partial<EmployerFields>
  ): Promise<'changed' | 'conflict' | 'taken'>
  /** Current workers of an employer in the order of arrival. */
  workersOf(employer: string, filter: { state?: WorkState; after?: number; limit: number }): Promise<WorkRow[]>
  workerCounts(employers: readonly string[]): Promise<EmployerCounts[]>
  /** Of an employer's cards: on hold, and reported on a day. */
  cardCounts(employer: string, today: number): Promise<{ held: number; reported: number }>
}
