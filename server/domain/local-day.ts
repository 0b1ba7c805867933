import type { CalendarDay } from '../../shared/identity/calendar-day.ts'

/** The calendar day in China (UTC+8, no summer time). */
export function localDayOf(nowMs: number): CalendarDay {
  const local = new Date(nowMs + 8 * 3_600_000)
  return { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() }
}

/** The same as text, YYYY-MM-DD. */
export const localDateText = (nowMs: number): string => new Date(nowMs + 8 * 3_600_000).toISOString().slice(0, 10)
