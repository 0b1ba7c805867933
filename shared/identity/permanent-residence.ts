import { fail, ok, type Result } from '../result.ts'
import type { Day } from './calendar.ts'
import { birthAt, sexOf } from './citizen-id.ts'
import type { DocumentFailure, DocumentNumber, ParsedDocument } from './document.ts'
import { mod112 } from './mod11-2.ts'
import { isProvince } from './provinces.ts'

/** Foreign permanent resident ID since 2023-12-01: 9, province, ISO 3166-1 numeric country, birth, sequence, MOD 11-2. */
export function parsePermanentResidence(number: string, today: Day): Result<DocumentNumber, DocumentFailure> {
  if (!/^9\d{16}[\dX]$/.test(number)) return fail({ code: 'characters' })
  if (!isProvince(number.slice(1, 3))) return fail({ code: 'province' })
  if (mod112(number) !== number.charAt(17)) return fail({ code: 'check-digit' })
  const birth = birthAt(number, 6, today)
  if (!birth.ok) return birth
  return ok({ type: 'permanent-residence', country: 'CHN', number, birth: birth.value, sex: sexOf(number.slice(14, 17)) })
}

/** The cards of 2004 and 2017: three letters, 12 digits. Real cards with another check digit are reported, so it only warns. */
export function parseOldPermanentResidence(number: string): ParsedDocument {
  const document: DocumentNumber = { type: 'permanent-residence-2004', country: 'CHN', number }
  return { document, warnings: icao731(number.slice(0, 14)) === number.charAt(14) ? [] : ['old-check-digit'] }
}

/** ICAO Doc 9303 part 3 §4.9: weights 7, 3, 1; A = 10. */
function icao731(text: string): string {
  const weights = [7, 3, 1]
  const sum = [...text].reduce((total, char, index) => total + Number.parseInt(char, 36) * (weights[index % 3] as number), 0)
  return String(sum % 10)
}
