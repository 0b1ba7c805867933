import type { GateDirection } from '../trust/direction.ts'
import type { Reason, Verdict } from '../verify/reasons.ts'

/** What a hand-over looks at of an entry. */
export type ShiftEntry = {
  readonly number: number
  readonly deviceMs: number
  readonly offsetMs: number | null
  readonly direction: GateDirection
  readonly verdict: Verdict
  readonly reasons: readonly Reason[]
  readonly admitted: boolean
  readonly follows: number | null
  readonly serial: number | null
  readonly overrideReason: string | null
}

export type ShiftCounts = {
  readonly in: number
  readonly out: number
  readonly admitted: number
  readonly refused: readonly { readonly reason: Reason; readonly count: number }[]
  readonly overrides: number
}
export type OpenCase = {
  readonly number: number
  readonly at: number
  readonly verdict: Verdict
  readonly reason: Reason
  readonly serial: number | null
}

/** Entries of one phone in their order → passages by their last word: an entry that another follows was not the last. */
export function lastWords<E extends ShiftEntry>(entries: readonly E[]): E[] {
  const followed = new Set(entries.map(({ follows }) => follows))
  return entries.filter(({ number }) => !followed.has(number))
}

export function countShift(entries: readonly ShiftEntry[]): ShiftCounts {
  const passages = lastWords(entries)
  const admitted = passages.filter(entry => entry.admitted)
  const refused = new Map<Reason, number>()
  for (const { reasons } of passages.filter(entry => !entry.admitted)) {
    const reason = reasons[0] ?? 'OK'
    refused.set(reason, (refused.get(reason) ?? 0) + 1)
  }
  return {
    in: admitted.filter(({ direction }) => direction === 'in').length,
    out: admitted.filter(({ direction }) => direction === 'out').length,
    admitted: admitted.length,
    refused: [...refused].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count),
    overrides: passages.filter(({ overrideReason }) => overrideReason !== null).length
  }
}

/** Said by whoever holds up anything at all: nobody is kept aside for it. */
const NOBODYS: readonly Reason[] = ['UNREADABLE', 'DRILL']

/** People who may still stand aside: refused, and not admitted since. Newest first. */
export function openCases(entries: readonly ShiftEntry[], limit: number): OpenCase[] {
  const passages = lastWords(entries)
  const admittedAt = new Map(
    passages.flatMap(({ admitted, serial, number }) => (admitted && serial !== null ? [[serial, number]] : []))
  )
  return passages
    .filter(({ admitted, reasons, serial, number }) => {
      const isSettled = serial !== null && (admittedAt.get(serial) ?? 0) > number
      return !admitted && !isSettled && !NOBODYS.includes(reasons[0] ?? 'OK')
    })
    .reverse()
    .slice(0, limit)
    .map(({ number, deviceMs, offsetMs, verdict, reasons, serial }) => ({
      number,
      at: deviceMs + (offsetMs ?? 0),
      verdict,
      reason: reasons[0] ?? 'OK',
      serial
    }))
}
