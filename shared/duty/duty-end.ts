/** A shift without a slot lasts as long as the longest slot. */
export const PASS_DUTY_MS = 4 * 3_600_000
/** Whoever comes this shortly before the end of a slot comes for the next one. */
const LATE_MS = 30 * 60_000

/** When a duty that begins by a pass ends: with the slot that is under way, else after the usual time, and never after the pass. */
export function dutyEnd(now: number, passEndsAt: number, slotEndsAt: number | null): number {
  const usual = slotEndsAt !== null && slotEndsAt - now > LATE_MS ? slotEndsAt : now + PASS_DUTY_MS
  return Math.min(usual, passEndsAt)
}
