import { type CalendarDay, isoDay } from '../identity/calendar-day.ts'

/** China has one time and no summer time. */
export const LOCAL_OFFSET_MS = 8 * 3_600_000
export const DAY_MS = 24 * 3_600_000

/** Number of the local calendar day since 1970-01-01. */
export const localDayNumber = (atMs: number): number => Math.floor((atMs + LOCAL_OFFSET_MS) / DAY_MS)
/** 00:00 local of a day. */
export const startOfDayMs = (day: number): number => day * DAY_MS - LOCAL_OFFSET_MS
/** 0 Sunday … 6 Saturday; 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7

/** Gregorian date of a day number (Howard Hinnant's civil_from_days, for days from 0000-03-01 on). */
export function calendarDayOf(dayNumber: number): CalendarDay {
  const shifted = dayNumber + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  }
}

/** YYYY-MM-DD of a day number. */
export const isoOfDay = (day: number): string => isoDay(calendarDayOf(day))

/** Day number of YYYY-MM-DD; null: there is no such day. */
export function dayNumberOf(iso: string): number | null {
  const [, y, m, d] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? []
  if (y === undefined || m === undefined || d === undefined) return null
  const month = Number(m)
  const year = Number(y) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + Number(d) - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  const day = era * 146_097 + dayOfEra - 719_468
  return isoOfDay(day) === iso ? day : null
}
