import { fail, ok, type Result } from '../result.ts'
import { type Day, isAfter, isRealDay } from './calendar.ts'
import type { DocumentFailure, DocumentNumber, Sex } from './document.ts'
import { mod112 } from './mod11-2.ts'
import { isProvince } from './provinces.ts'

/** Codes of the residence permits of people from Hong Kong, Macao and Taiwan (since 2018), same structure. */
const PERMIT_DIVISIONS: ReadonlySet<string> = new Set(['810000', '820000', '830000'])
/** The standard's own example is of 1880. */
const EARLIEST_YEAR = 1870

/**
 * GB 11643-1999: 6 digits of division, 8 of birth, 3 of sequence (odd: male), MOD 11-2 check. Also the residence permits
 * 81/82/83 0000. Withdrawn division codes stay valid for life, so only the province is looked at.
 */
export function parseCitizenId(number: string, today: Day): Result<DocumentNumber, DocumentFailure> {
  if (!/^\d{17}[\dX]$/.test(number)) return fail({ code: number.length === 18 ? 'characters' : 'length' })
  const isPermit = PERMIT_DIVISIONS.has(number.slice(0, 6))
  if (!isPermit && !isProvince(number.slice(0, 2))) return fail({ code: 'province' })
  if (mod112(number) !== number.charAt(17)) return fail({ code: 'check-digit' })
  const birth = birthAt(number, 6, today)
  if (!birth.ok) return birth
  return ok({
    type: isPermit ? 'residence-permit' : 'citizen-id',
    country: 'CHN',
    number,
    birth: birth.value,
    sex: sexOf(number.slice(14, 17))
  })
}

/** YYYYMMDD at an offset: a real day, not before 1870 and not in the future. */
export function birthAt(number: string, at: number, today: Day): Result<Day, DocumentFailure> {
  const birth = {
    year: Number(number.slice(at, at + 4)),
    month: Number(number.slice(at + 4, at + 6)),
    day: Number(number.slice(at + 6, at + 8))
  }
  if (!isRealDay(birth) || birth.year < EARLIEST_YEAR) return fail({ code: 'birth-date' })
  return isAfter(birth, today) ? fail({ code: 'future-birth' }) : ok(birth)
}

export const sexOf = (sequence: string): Sex => (Number(sequence) % 2 === 1 ? 'male' : 'female')

/** A number with its right check digit; `birthDate` as YYYY-MM-DD, `sequence` 0–999. For invented people only. */
export function makeCitizenId({
  division,
  birthDate,
  sequence
}: {
  division: string
  birthDate: string
  sequence: number
}): string {
  const digits = division + birthDate.replaceAll('-', '') + String(sequence).padStart(3, '0')
  return digits + mod112(digits)
}
