import type { CalendarDay } from './calendar-day.ts'
import { parseCitizenId } from './citizen-id.ts'
import { type DocumentFailureCode, type DocumentResult, type DocumentType, refused } from './document.ts'
import { normaliseNumber } from './normalise.ts'
import { parsePassport, UNKNOWN_COUNTRY } from './passport.ts'
import { parsePermanentResidence, parsePermanentResidence2004 } from './permanent-residence.ts'
import { parseResidencePermit } from './residence-permit.ts'
import { parseHkMacaoPermit, parseTaiwanPermit } from './travel-permit.ts'

export type { DocumentFailure, DocumentNumber, DocumentType, DocumentWarning, ParsedDocument } from './document.ts'
export { documentKey, documentTail } from './document.ts'

/** What the holder or the desk said about the document; a passport needs its country (ISO 3166-1 alpha-3). */
export type DocumentHint =
  | { readonly type: 'passport'; readonly country: string }
  | { readonly type: Exclude<DocumentType, 'passport'> }

const PARSERS: Record<Exclude<DocumentType, 'passport'>, (raw: string, today: CalendarDay) => DocumentResult> = {
  'citizen-id': parseCitizenId,
  'residence-permit': parseResidencePermit,
  'permanent-residence': parsePermanentResidence,
  'permanent-residence-2004': parsePermanentResidence2004,
  'hk-macao-permit': parseHkMacaoPermit,
  'taiwan-permit': parseTaiwanPermit
}

/** What a number without a hint is, first match wins. A type may still refuse it; a failure code refuses at once. */
const SHAPES: readonly (readonly [shape: RegExp, meaning: { type: DocumentType } | { code: DocumentFailureCode }])[] = [
  [/^.{0,4}$/u, { code: 'length' }],
  [/^\d{15}$/, { code: 'first-generation' }],
  [/^9.{17}$/, { type: 'permanent-residence' }],
  [/^8[123]0000.{12}$/, { type: 'residence-permit' }],
  [/^.{18}$/, { type: 'citizen-id' }],
  [/^[A-Z]{3}\d{12}$/, { type: 'permanent-residence-2004' }],
  [/^[HM]\d{8,10}$/, { type: 'hk-macao-permit' }],
  // A Taiwan permit, one with a digit left out, or somebody's passport: only the holder knows.
  [/^(\d{5,8}|\d{10})$/, { code: 'unknown-type' }],
  // From here on up, a number of 15 or 18 characters with some left out or doubled; no passport is that long (ICAO 9303: nine).
  [/^(\d{11,}|.{12,})$/, { code: 'length' }],
  [/^(?=.*\d).{5,9}$/, { type: 'passport' }],
  [/^/, { code: 'unknown-type' }]
]

/**
 * An identity document as typed: normalised, recognised by its shape unless a hint names the type, and checked.
 * Without a hint a passport is taken only where the text cannot be a mistyped personal number, with country XXX and a warning.
 * `today` is the local calendar day.
 */
export function parseDocument(raw: string, today: CalendarDay, hint?: DocumentHint): DocumentResult {
  if (hint !== undefined) return hint.type === 'passport' ? parsePassport(raw, hint.country) : PARSERS[hint.type](raw, today)
  const text = normaliseNumber(raw)
  if (/^\d{10}\([A-Z]\)$/.test(text)) return parseTaiwanPermit(text)
  if (!/^[A-Z\d]*$/.test(text)) return refused('characters')
  const meaning = SHAPES.find(([shape]) => shape.test(text))?.[1] ?? { code: 'unknown-type' }
  if ('code' in meaning) return refused(meaning.code)
  return meaning.type === 'passport' ? parsePassport(text, UNKNOWN_COUNTRY) : PARSERS[meaning.type](text, today)
}
