import type { Clock } from './clock.ts'

/** Beyond this the volunteer is told how wrong the phone's clock is. */
export const CLOCK_WARNING_MS = 2 * 60_000
/** A clock that nobody compared for so long is said to be unchecked. */
const UNCHECKED_MS = 24 * 3_600_000

/** What a volunteer has to know of the clock. `ms`: above 0 ahead, below 0 behind. */
export type ClockNotice =
  /** Set by hand while the page ran. */
  | { readonly kind: 'moved'; readonly ms: number; readonly isCorrected: boolean }
  /** Wrong; `isAtLeast`: the true error may be larger. */
  | { readonly kind: 'off'; readonly ms: number; readonly isAtLeast: boolean }
  /** Perhaps right: nothing was there to compare it with. */
  | { readonly kind: 'unchecked'; readonly sinceMs: number | null }

export function clockNotice(clock: Clock, deviceMs: number): ClockNotice | null {
  const { offsetMs, basis, jumpMs, contactMs } = clock
  if (Math.abs(jumpMs) > CLOCK_WARNING_MS) return { kind: 'moved', ms: jumpMs, isCorrected: offsetMs !== null }
  if (offsetMs !== null && Math.abs(offsetMs) > CLOCK_WARNING_MS)
    return { kind: 'off', ms: -offsetMs, isAtLeast: basis === 'signed' }
  const isUnchecked = contactMs === null || deviceMs + (offsetMs ?? 0) - contactMs > UNCHECKED_MS
  return isUnchecked && basis !== 'contact' ? { kind: 'unchecked', sinceMs: contactMs } : null
}
