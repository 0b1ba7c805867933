import type { RecordKind } from '../../shared/schema/records.ts'

/** What a gate delivered besides its log. `body` is JSON as it came. */
export type GateRecordRow = {
  device: string
  id: string
  kind: RecordKind
  site: number
  /** The phone's corrected time, ms. */
  at: number
  receivedAt: number
  body: string
}
export type StoredGateRecord = GateRecordRow & {
  /** Grows with every record: what lists are paged by. */
  sequence: number
}
export type GateRecordFilter = {
  kind: RecordKind
  /** null: all. */
  sites: readonly number[] | null
  beforeSequence?: number
  /** `at` from (inclusive) and to (exclusive), ms. */
  fromMs?: number
  toMs?: number
  limit: number
}

/** Records of gates: added once, read, never changed. */
export interface RecordStorage {
  /** Idempotent by (device, id): what came first stays. */
  addGateRecord(row: GateRecordRow): Promise<'stored' | 'held'>
  /** Newest first. */
  gateRecords(filter: GateRecordFilter): Promise<StoredGateRecord[]>
}
