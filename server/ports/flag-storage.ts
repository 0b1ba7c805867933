import type { EntryFilter, StoredEntry } from './log-storage.ts'

/** `repeat`: the same pass, the same direction, a moment apart. `quota`: one exit more than the household has. */
export type FlagReason = 'repeat' | 'quota'

/** An entry that its gate let through because it could not know of another gate's. The entry itself is not touched. */
export type EntryFlag = {
  device: string
  number: number
  reason: FlagReason
  site: number
  /** Of the flagged entry. */
  sequence: number
  otherDevice: string
  otherNumber: number
  otherGate: string
  /** Corrected time of the other passage. */
  otherAt: number
  flaggedAt: number
}

export interface FlagStorage {
  /** Admitted passages of these passes at a site, in a span of corrected time (both ends included), by time; of very many the latest. */
  passages(site: number, serials: readonly number[], fromMs: number, toMs: number): Promise<StoredEntry[]>
  /** An entry is flagged once; a second flag for it changes nothing. */
  flagEntries(flags: readonly EntryFlag[]): Promise<void>
  /** The flags of these entries. */
  flagsOf(entries: readonly { device: string; number: number }[]): Promise<EntryFlag[]>
  /** Flagged entries, newest first. */
  flaggedEntries(filter: EntryFilter): Promise<StoredEntry[]>
}
