import type { CalendarDay } from './calendar-day.ts'
import { accepted, type DocumentResult, refused } from './document.ts'
import { normaliseNumber } from './normalise.ts'
import { parsePersonNumber } from './person-number.ts'

/** Hong Kong, Macao and Taiwan, which have no counties here. */
export const RESIDENCE_PERMIT_PREFIXES: readonly string[] = ['810000', '820000', '830000']

/** Residence permit for residents of Hong Kong, Macao and Taiwan (since 2018): a number of GB 11643-1999's structure. */
export function parseResidencePermit(raw: string, today: CalendarDay): DocumentResult {
  const number = normaliseNumber(raw)
  const parsed = parsePersonNumber(number, today, prefix => RESIDENCE_PERMIT_PREFIXES.includes(prefix))
  if (!parsed.ok) return refused(parsed.failure)
  return accepted({ type: 'residence-permit', country: 'CHN', number, ...parsed.value })
}
