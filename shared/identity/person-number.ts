import { fail, ok, type Result } from '../result.ts'
import { type CalendarDay, isAfter, isoDay, isRealDay } from './calendar-day.ts'
import type { DocumentFailureCode, Sex } from './document.ts'
import { hasMod11Check } from './mod11-2.ts'

/** What the last twelve characters of an 18-character personal number tell. */
export type PersonNumber = { readonly birthDate: string; readonly sex: Sex }

/** The standard's own example was born in 1880; nobody older is met at a gate. */
const OLDEST_BIRTH_YEAR = 1870

/**
 * Six characters of the issuer's choice, birth date YYYYMMDD, sequence (odd = male), check character ISO 7064 MOD 11-2:
 * the frame (GB 11643-1999) that citizens' numbers, residence permits and permanent residence cards share.
 * `prefixIsKnown` judges the first six. Expects normalised text.
 */
export function parsePersonNumber(
  text: string,
  today: CalendarDay,
  prefixIsKnown: (prefix: string) => boolean
): Result<PersonNumber, DocumentFailureCode> {
  if (/^\d{15}$/.test(text)) return fail('first-generation')
  if (!/^[A-Z\d]*$/.test(text)) return fail('characters')
  if (text.length !== 18) return fail('length')
  if (!/^\d{17}[\dX]$/.test(text)) return fail('characters')
  if (!prefixIsKnown(text.slice(0, 6))) return fail('province')
  const birth = { year: Number(text.slice(6, 10)), month: Number(text.slice(10, 12)), day: Number(text.slice(12, 14)) }
  if (!isRealDay(birth) || birth.year < OLDEST_BIRTH_YEAR) return fail('birth-date')
  if (isAfter(birth, today)) return fail('future-birth')
  if (!hasMod11Check(text)) return fail('check-digit')
  return ok({ birthDate: isoDay(birth), sex: Number(text.charAt(16)) % 2 === 1 ? 'male' : 'female' })
}
