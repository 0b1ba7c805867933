import type { GatePolicy } from '../../shared/gate/policy.ts'

export type PolicyRow = {
  /** Counts up: of two policies with one effective date the higher one counts. */
  id: number
  /** With the end that it was given. */
  policy: GatePolicy
  note: string
  createdAt: number
  /** Display name; empty: the service itself. */
  createdBy: string
  endedAt: number | null
  endedBy: string | null
}
export type NewPolicyRow = Pick<PolicyRow, 'policy' | 'note' | 'createdAt' | 'createdBy'>

/** Policies are added and ended, never changed. */
export interface PolicyStorage {
  /** In the order in which they were added. */
  policies(): Promise<PolicyRow[]>
  /** Its number. */
  addPolicy(row: NewPolicyRow): Promise<number>
  /** `untilSeconds` excluded. `conflict`: it ends by then or before already. */
  endPolicy(id: number, untilSeconds: number, endedAt: number, endedBy: string): Promise<'ended' | 'missing' | 'conflict'>
}
