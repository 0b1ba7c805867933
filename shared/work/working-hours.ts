import { EXTRA_WORKDAYS, HOLIDAYS } from './holidays.ts'
import { isoOfDay, localDayNumber, startOfDayMs, weekdayOf } from './local-days.ts'

/** Local minutes of a day, `toMinute` exclusive; in order and apart. */
export type Shift = { readonly fromMinute: number; readonly toMinute: number }
/** Days as YYYY-MM-DD; they win over the yearly notices. */
export type OfficeHours = {
  readonly shifts: readonly Shift[]
  readonly daysOff: readonly string[]
  readonly extraWorkdays: readonly string[]
}

const MINUTE_MS = 60_000
/** The longest closure of the notices is ten days; a calendar without any working day must end, too. */
const MAX_DAYS = 400

const isHoliday = (iso: string): boolean => HOLIDAYS.some(range => iso >= range.slice(0, 10) && iso <= range.slice(-10))

/** Whether the office works on a local day. */
export function isWorkday(day: number, hours: OfficeHours): boolean {
  const iso = isoOfDay(day)
  if (hours.daysOff.includes(iso)) return false
  if (hours.extraWorkdays.includes(iso) || EXTRA_WORKDAYS.includes(iso)) return true
  const weekday = weekdayOf(day)
  return weekday >= 1 && weekday <= 5 && !isHoliday(iso)
}

/** Instants at which the office is open, from `fromMs` on. */
function* openSpans(fromMs: number, hours: OfficeHours): Generator<readonly [start: number, end: number]> {
  const first = localDayNumber(fromMs)
  for (let day = first; day < first + MAX_DAYS; day++) {
    if (!isWorkday(day, hours)) continue
    const midnight = startOfDayMs(day)
    for (const { fromMinute, toMinute } of hours.shifts) {
      const start = Math.max(fromMs, midnight + fromMinute * MINUTE_MS)
      const end = midnight + toMinute * MINUTE_MS
      if (end > start) yield [start, end]
    }
  }
}

/** When `minutes` of working time after an instant are over; the last working minute of a day belongs to that day. */
export function addWorkingMinutes(fromMs: number, minutes: number, hours: OfficeHours): number {
  let left = minutes * MINUTE_MS
  let last = fromMs
  for (const [start, end] of openSpans(fromMs, hours)) {
    if (end - start >= left) return start + left
    left -= end - start
    last = end
  }
  return last + left // an office that never opens is late by the plain clock
}

/** Whole working minutes between two instants. */
export function workingMinutesBetween(fromMs: number, toMs: number, hours: OfficeHours): number {
  let sum = 0
  for (const [start, end] of openSpans(fromMs, hours)) {
    if (start >= toMs) break
    sum += Math.min(end, toMs) - start
  }
  return Math.floor(sum / MINUTE_MS)
}
