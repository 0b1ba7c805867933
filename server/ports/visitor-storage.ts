import type { StoredEntry } from './log-storage.ts'

export type VisitorRow = {
  /** SHA-256 of what arrived, base64url: entries that go on from each other carry the same text. */
  digest: string
  device: string
  number: number
  site: number
  at: number
  /** Sealed under the installation's own key; null: it could not be opened. */
  record: string | null
  failure: string | null
  phoneIndex: string | null
  documentIndex: string | null
  nameIndex: string | null
}

/** People without a pass. */
export interface VisitorStorage {
  /** The first one stays. */
  addVisitor(row: VisitorRow): Promise<void>
  visitor(digest: string): Promise<VisitorRow | null>
  /** Passes that somebody issued since an instant (ms). */
  countIssuedBy(issuer: string, since: number): Promise<number>
  entry(device: string, number: number): Promise<StoredEntry | null>
}
