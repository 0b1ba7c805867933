import type { PassKind } from '../../shared/pass/kinds.ts'
import type { PassStatus } from '../../shared/status/status-list.ts'

export type PassRow = {
  serial: number
  kind: PassKind
  label: string
  documentTail: string | null
  site: number
  /** Community that answers for the pass; null: the realm. */
  community: string | null
  startMinute: number
  hours: number
  /** Epoch seconds. */
  endsAt: number
  keyId: string
  text: string
  status: PassStatus
  statusAt: number
  /** Encrypted fields (base64url); null: not given. */
  nameSealed: string | null
  documentSealed: string | null
  /** Keyed hashes for exact look-up; null: not given. */
  documentIndex: string | null
  nameIndex: string | null
  /** Grows when a resident's link is replaced. */
  linkVersion: number
  replaces: number | null
  replacedBy: number | null
  issuedAt: number
  issuedBy: string
}

/** `since`: milliseconds. */
export type IssueLimit = { readonly since: number; readonly most: number }

export type PassEventRow = {
  serial: number
  at: number
  action: string
  reason: string | null
  note: string | null
  actor: string
  actorName: string
}
