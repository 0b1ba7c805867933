import type { PassSummary } from '../../shared/schema/passes.ts'

export type ShownState = PassSummary['status'] | 'expired' | 'future'

/** What a pass is now, for people: a valid one may be over, or not have begun. `nowMs`: milliseconds since 1970. */
export function shownState(pass: Pick<PassSummary, 'status' | 'start' | 'end'>, nowMs: number): ShownState {
  if (pass.status !== 'valid') return pass.status
  if (pass.end * 1000 <= nowMs) return 'expired'
  return pass.start * 1000 > nowMs ? 'future' : 'valid'
}
