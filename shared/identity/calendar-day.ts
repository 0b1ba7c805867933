/** A day of the Gregorian calendar; month 1–12, day 1–31. */
export type CalendarDay = { readonly year: number; readonly month: number; readonly day: number }

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

export function isRealDay({ year, month, day }: CalendarDay): boolean {
  const days = month === 2 && isLeapYear(year) ? 29 : DAYS_IN_MONTH[month - 1]
  return days !== undefined && day >= 1 && day <= days
}

export const isAfter = (a: CalendarDay, b: CalendarDay): boolean => order(a) > order(b)

/** YYYY-MM-DD (ISO 8601). */
export const isoDay = ({ year, month, day }: CalendarDay): string => `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`

const order = ({ year, month, day }: CalendarDay): number => (year * 100 + month) * 100 + day
const padded = (value: number, width: number): string => String(value).padStart(width, '0')
