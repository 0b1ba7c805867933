import { type CalendarDay, isRealDay } from './calendar-day.ts'
import { accepted, type DocumentResult, refused } from './document.ts'
import { isKnownProvince, isUnknownInJinan } from './division.ts'
import { mod11Check } from './mod11-2.ts'
import { normaliseNumber } from './normalise.ts'
import { parsePersonNumber } from './person-number.ts'

/**
 * Resident identity number, GB 11643-1999. The number is for life, so that withdrawn divisions stay valid: only the province
 * is required, an unknown county is a warning. It shows where the number was given, not where its holder lives.
 */
export function parseCitizenId(raw: string, today: CalendarDay): DocumentResult {
  const number = normaliseNumber(raw)
  const parsed = parsePersonNumber(number, today, isKnownProvince)
  if (!parsed.ok) return refused(parsed.failure)
  const document = { type: 'citizen-id', country: 'CHN', number, ...parsed.value } as const
  return isUnknownInJinan(number.slice(0, 6)) ? accepted(document, 'division-unknown') : accepted(document)
}

export type CitizenIdParts = {
  /** Six digits, GB/T 2260. */
  readonly division: string
  /** YYYY-MM-DD */
  readonly birthDate: string
  /** 0–999; odd for men, even for women. */
  readonly sequence: number
}

/** A made-up but well-formed number, for samples and tests. Throws a RangeError on parts that no number can have. */
export function makeCitizenId({ division, birthDate, sequence }: CitizenIdParts): string {
  const birth = /^(\d{4})-(\d{2})-(\d{2})$/.exec(birthDate)
  const isReal = birth !== null && isRealDay({ year: Number(birth[1]), month: Number(birth[2]), day: Number(birth[3]) })
  if (!/^\d{6}$/.test(division)) throw new RangeError('division: not six digits')
  if (!isReal) throw new RangeError('birthDate: not a day written YYYY-MM-DD')
  if (!Number.isInteger(sequence) || sequence < 0 || sequence > 999) throw new RangeError('sequence: not 0-999')
  const body = division + birthDate.replaceAll('-', '') + String(sequence).padStart(3, '0')
  return body + mod11Check(body)
}
