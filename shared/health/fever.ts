import type { Reason } from '../verify/reasons.ts'

/** One high reading, as a log entry tells it. */
export type FeverReading = {
  readonly device: string
  readonly number: number
  /** The entry of the same device that this one goes on from. */
  readonly follows: number | null
  /** The person's own pass; null: none, or none that was proved. */
  readonly serial: number | null
  /** Corrected time, milliseconds. */
  readonly at: number
}

/** DOMAIN.md §2.6 row 7: rest, then again. Two high readings farther apart than this are two occasions. */
export const SECOND_WITHIN_MS = 60 * 60_000

type Told = {
  readonly number: number
  readonly follows: number | null
  readonly serial: number | null
  readonly kind: string | null
  readonly driver: number | null
  readonly reasons: readonly Reason[]
  readonly overrideReason: string | null
}

/** The high reading that an entry holds; null: it holds none. An override repeats its entry's reasons and measures nothing. */
export function feverReadingOf(device: string, at: number, entry: Told): FeverReading | null {
  if (!entry.reasons.includes('FEVER') || entry.overrideReason !== null) return null
  const isProved = !entry.reasons.includes('FORGED') && !entry.reasons.includes('KEY')
  const own = entry.kind === 'vehicle' ? entry.driver : entry.serial // a car has no temperature
  return { device, number: entry.number, follows: entry.follows, serial: isProved ? own : null, at }
}

/** Whether two high readings are of one person on one occasion: one goes on from the other, or the same pass within the hour. */
export function areOnePerson(a: FeverReading, b: FeverReading): boolean {
  if (a.device === b.device && a.number === b.number) return false
  if (a.device === b.device && (a.follows === b.number || b.follows === a.number)) return true
  return a.serial !== null && a.serial === b.serial && Math.abs(a.at - b.at) <= SECOND_WITHIN_MS
}
