import type { EpochSeconds } from '../time.ts'

const DAY_SECONDS = 86_400

/** Number of the local calendar day since 1970-01-01. */
export const localDay = (at: EpochSeconds, utcOffsetMinutes: number): number =>
  Math.floor((at + utcOffsetMinutes * 60) / DAY_SECONDS)

/** 0–1,439 */
export const minuteOfLocalDay = (at: EpochSeconds, utcOffsetMinutes: number): number => {
  const second = (at + utcOffsetMinutes * 60) % DAY_SECONDS
  return Math.floor(second / 60)
}
