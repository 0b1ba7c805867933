import type { LogEntry } from '../../shared/log/entry.ts'

/** The phone's clocks when it sent a batch, and what the server's said when that came. */
export type Delivery = {
  readonly receivedAt: number
  readonly deviceMs: number
  /** The app's run that sends, and the clock of it that nobody can set; absent from phones that do not tell. */
  readonly boot?: string | undefined
  readonly monotonicMs?: number | undefined
}

type Timed = Pick<LogEntry, 'deviceMs' | 'offsetMs' | 'boot' | 'monotonicMs'>

/** Clocks of one phone and of one server agree no better than this. */
const TOLERANCE_MS = 5_000

/**
 * Server time of each entry; what the device's clock said stays beside it, untouched. The phone's own offset where it
 * knew one; else from an entry of the same run that did, else from the delivery. Never later than the clock that cannot
 * be set allows: it does not run fast, so at least so much time has passed since.
 */
export function trueTimes(entries: readonly Timed[], delivery: Delivery): number[] {
  const known = new Map<string, Timed>()
  for (const entry of entries) if (entry.offsetMs !== null) known.set(entry.boot, entry)
  return entries.map(entry => {
    const latest = latestMs(entry, delivery)
    const told = toldMs(entry, known.get(entry.boot) ?? null, delivery)
    return told > latest + TOLERANCE_MS ? latest : told
  })
}

function toldMs(entry: Timed, sibling: Timed | null, delivery: Delivery): number {
  if (entry.offsetMs !== null) return entry.deviceMs + entry.offsetMs
  if (sibling !== null) return sibling.deviceMs + (sibling.offsetMs ?? 0) - (sibling.monotonicMs - entry.monotonicMs)
  if (isSameRun(entry, delivery)) return latestMs(entry, delivery)
  return entry.deviceMs + delivery.receivedAt - delivery.deviceMs
}

const isSameRun = ({ boot, monotonicMs }: Timed, delivery: Delivery): boolean =>
  boot === delivery.boot && (delivery.monotonicMs ?? 0) >= monotonicMs

const latestMs = (entry: Timed, delivery: Delivery): number =>
  delivery.receivedAt - (isSameRun(entry, delivery) ? (delivery.monotonicMs ?? 0) - entry.monotonicMs : 0)
