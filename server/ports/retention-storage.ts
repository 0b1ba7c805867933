import type { StoredEntry } from './log-storage.ts'

/** What has a time of its own after which it goes; entries of the log go in two steps. */
export const KEPT_THINGS = [
  'visitors',
  'fevers',
  'alerts',
  'quarantine',
  'gate-records',
  'shifts',
  'surveys',
  'passes',
  'work-refused',
  'work-cards',
  'audit'
] as const
export type KeptThing = (typeof KEPT_THINGS)[number]

/** Passages of a local day, without anybody's trace. */
export type PassageCount = {
  /** YYYY-MM-DD, in China. */
  day: string
  site: number
  gate: string
  direction: string
  verdict: string
  admitted: boolean
  count: number
}

export type CertificateRow = {
  /** 1, 2, 3 …; none is missing. */
  number: number
  at: number
  body: string
  /** Of the certificate before: who takes one away or changes it breaks the chain. */
  previousHash: string
  hash: string
}

export type Pseudonymising = {
  readonly receivedBefore: number
  readonly limit: number
  /** The entry without what leads to a person. */
  readonly strip: (entry: StoredEntry) => StoredEntry
  readonly dayOf: (at: number) => string
}

/** Personal data goes when its time is over; counts and certificates stay. */
export interface RetentionStorage {
  /**
   * Strips the next entries that were received before the instant and counts them by day, in one step; each entry once.
   * How many; fewer than `limit` when it was the last.
   */
  pseudonymiseEntries(options: Pseudonymising): Promise<number>
  passageCounts(fromDay: string, toDay: string): Promise<PassageCount[]>
  /** Deletes the oldest whose time was before the instant (ms), a part at a time. How many; 0 when there is none left. */
  forgetOldest(thing: KeptThing, before: number): Promise<number>
  /** `make` gets the newest certificate before; the one that it makes is kept in the same step. */
  addCertificate(make: (previous: CertificateRow | null) => CertificateRow): Promise<CertificateRow>
  /** Newest first, below a number. */
  certificates(below: number | null, limit: number): Promise<CertificateRow[]>
}
