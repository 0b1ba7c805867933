import { type EpochMs, type EpochSeconds, epochMs } from '../../shared/time.ts'

/** Beyond this the volunteer is told how wrong the phone's clock is. */
export const CLOCK_WARNING_MS = 2 * 60_000
/** Signed data may be this much younger than our idea of now without a doubt. */
const SKEW_MS = 5 * 60_000

export type CorrectedTime = { readonly now: EpochMs; readonly errorMs: number; readonly isDoubtful: boolean }

/**
 * Server time as well as the phone can know it: its clock plus the offset learned last, and never before the youngest
 * thing that was signed and seen.
 */
export function correctTime(
  deviceMs: number,
  offsetMs: number | null,
  signedAt: readonly (EpochSeconds | null)[]
): CorrectedTime {
  const guess = deviceMs + (offsetMs ?? 0)
  const youngest = Math.max(0, ...signedAt.map(at => (at ?? 0) * 1000))
  const now = guess < youngest - SKEW_MS ? youngest : guess
  const errorMs = Math.round(deviceMs - now)
  return { now: epochMs(Math.round(now)), errorMs, isDoubtful: Math.abs(errorMs) > CLOCK_WARNING_MS }
}
