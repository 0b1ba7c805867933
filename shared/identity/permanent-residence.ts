import { type CalendarDay, isAfter, isoDay, isRealDay } from './calendar-day.ts'
import { isKnownProvince } from './division.ts'
import { accepted, type DocumentResult, refused } from './document.ts'
import { normaliseNumber } from './normalise.ts'
import { parsePersonNumber } from './person-number.ts'

/** Weights of ICAO 9303, repeated over the text. */
const ICAO_WEIGHTS = [7, 3, 1]

/**
 * Foreign permanent resident ID card, issued since 2023-12-01: 9, issuing province (2), nationality as ISO 3166-1 numeric (3),
 * then the frame of GB 11643-1999.
 */
export function parsePermanentResidence(raw: string, today: CalendarDay): DocumentResult {
  const number = normaliseNumber(raw)
  const parsed = parsePersonNumber(number, today, prefix => prefix.startsWith('9') && isKnownProvince(prefix.slice(1)))
  if (!parsed.ok) return refused(parsed.failure)
  return accepted({ type: 'permanent-residence', country: 'CHN', number, ...parsed.value })
}

/**
 * The cards of 2004 and 2017, valid until they expire: nationality (3 letters), issuing city (4), birth date YYMMDD, sequence (1),
 * check digit (ICAO 9303, 7-3-1). A wrong check digit is a warning, because cards in use break the rule.
 */
export function parsePermanentResidence2004(raw: string, today: CalendarDay): DocumentResult {
  const number = normaliseNumber(raw)
  if (!/^[A-Z\d]*$/.test(number)) return refused('characters')
  if (number.length !== 15) return refused('length')
  if (!/^[A-Z]{3}\d{12}$/.test(number)) return refused('characters')
  if (!isKnownProvince(number.slice(3))) return refused('province')
  const birth = latestPastDay(number.slice(7, 13), today)
  if (birth === null) return refused('birth-date')
  const document = { type: 'permanent-residence-2004', country: 'CHN', number, birthDate: isoDay(birth) } as const
  return icaoCheck(number.slice(0, 14)) === number.slice(14) ? accepted(document) : accepted(document, 'check-7-3-1')
}

/** YYMMDD as the latest real day of that writing that is not after today. */
function latestPastDay(yymmdd: string, today: CalendarDay): CalendarDay | null {
  const century = today.year - (today.year % 100)
  const [month, day] = [Number(yymmdd.slice(2, 4)), Number(yymmdd.slice(4))]
  for (const start of [century, century - 100]) {
    const birth = { year: start + Number(yymmdd.slice(0, 2)), month, day }
    if (isRealDay(birth) && !isAfter(birth, today)) return birth
  }
  return null
}

/** ICAO 9303: digits are themselves, A = 10 … Z = 35; weighted sum modulo 10. */
function icaoCheck(text: string): string {
  const sum = [...text].reduce((total, char, index) => total + Number.parseInt(char, 36) * (ICAO_WEIGHTS[index % 3] ?? 0), 0)
  return String(sum % 10)
}
