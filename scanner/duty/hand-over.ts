import { countShift, openCases } from '../../shared/duty/shift-counts.ts'
import type { Handover } from '../../shared/schema/records.ts'
import type { WireEntry } from '../../shared/schema/gate.ts'
import type { GateDatabase } from '../log/gate-database.ts'

export type ShiftSummary = Pick<Handover, 'since' | 'counts' | 'open'>

const MAX_OPEN = 50

/** What happened at this phone since a time. The log keeps two days, longer than any shift. */
export async function readShift(db: GateDatabase, since: number): Promise<ShiftSummary> {
  return summarise(await db.getAll('entries'), since)
}

export function summarise(log: readonly WireEntry[], since: number): ShiftSummary {
  const entries = log.filter(({ deviceMs, offsetMs }) => deviceMs + (offsetMs ?? 0) >= since)
  const { refused, ...counts } = countShift(entries)
  return {
    since,
    counts: { ...counts, refused: [...refused] },
    open: openCases(entries, MAX_OPEN).map(open => ({ ...open, label: null }))
  }
}

/** Counted from the last hand-over, else from the sign-in, else from the last half day. */
export const beginOfShift = (lastHandoverAt: number | null, signedInAt: number | null, now: number): number =>
  lastHandoverAt ?? signedInAt ?? now - 12 * 3_600_000
