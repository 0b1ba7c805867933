/** A day of the Gregorian calendar. */
export type Day = { readonly year: number; readonly month: number; readonly day: number }

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

export const isRealDay = ({ year, month, day }: Day): boolean => {
  const length = month === 2 && isLeap(year) ? 29 : DAYS[month - 1]
  return length !== undefined && day >= 1 && day <= length
}

export const isAfter = (a: Day, b: Day): boolean => numberOf(a) > numberOf(b)

const numberOf = ({ year, month, day }: Day): number => year * 10_000 + month * 100 + day
