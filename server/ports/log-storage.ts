import type { NumberRange } from '../../shared/log/number-ranges.ts'
import type { WireEntry } from '../../shared/schema/gate.ts'

export type StoredEntry = WireEntry & {
  device: string
  /** Corrected time, ms. */
  at: number
  receivedAt: number
  /** Grows with every entry that is stored, over all devices: what lists and feeds are paged by. */
  sequence: number
  /** The hash does not follow from entry `number - 1` of the device. */
  chainBroken: boolean
  /** Stands for the serial after its time: the same for the same pass. */
  pseudonym?: string
}

export type NewStoredEntry = Omit<StoredEntry, 'sequence' | 'chainBroken'>

export type QuarantineRow = { device: string; number: number | null; reason: string; body: string; receivedAt: number }

/** `stored`: new. `held`: the very same entry is here already. `conflict`: another entry has this number. */
export type EntryOutcome = 'stored' | 'held' | 'conflict'

export type DeviceLog = {
  /** Every number up to this is in the log or in quarantine. */
  contiguous: number
  last: number
  missing: NumberRange[]
}

export type EntryFilter = { sites: readonly number[] | null; device?: string; beforeSequence?: number; limit: number }

export type EntryLink = { number: number; hash: string; previousHash: string }

/** The gate log: appended to, read, never changed. */
export interface LogStorage {
  /**
   * Stores entries that are not here yet; idempotent by (device, number). Calls that come at the same time may share
   * one transaction; each resolves after its fsync. Answers one outcome per entry, in order.
   */
  appendEntries(entries: readonly NewStoredEntry[]): Promise<EntryOutcome[]>
  quarantine(rows: readonly QuarantineRow[]): Promise<void>
  deviceLog(device: string, missingLimit: number): Promise<DeviceLog>
  /** Hashes of the entries with these numbers that are in the log, and of the one behind the highest of them. */
  entryLinks(device: string, numbers: readonly number[]): Promise<EntryLink[]>
  /** Newest first. */
  entries(filter: EntryFilter): Promise<StoredEntry[]>
  /** Admitted passages of a site with a serial, oldest first, after a sequence and not before `sinceMs`. */
  /** Household passes of a site, or of all sites, that were replaced since then: [old, new], in the order of time. */
  householdSuccessors(site: number, sinceMs: number): Promise<[number, number][]>
  recentEntries(site: number, afterSequence: number, sinceMs: number, limit: number): Promise<StoredEntry[]>
  /**
   * Forgets entries that were received before the instant; what a device delivered stays known, so that nothing counts
   * as missing. The number of entries that went.
   */
  forgetEntries(receivedBefore: number): Promise<number>
  /** Makes room for the coming days: due once a day. */
  prepareDays(): Promise<void>
  /** Entries that do not follow from the one before, by device and number. */
  chainBreaks(): Promise<{ device: string; number: number }[]>
  quarantineCounts(): Promise<{ device: string; count: number }[]>
  quarantined(device: string | null, limit: number): Promise<QuarantineRow[]>
}
