import { fail, ok, type Result } from '../result.ts'
import type { Day } from './calendar.ts'
import { parseCitizenId } from './citizen-id.ts'
import type { DocumentFailure, DocumentNumber, ParsedDocument } from './document.ts'
import { normaliseIdentifier } from './normalise.ts'
import { parseOldPermanentResidence, parsePermanentResidence } from './permanent-residence.ts'

export type DocumentHint = { readonly type: 'passport'; readonly country: string }

/** What a number is, by its shape, in this order; a passport only when nothing else can be meant or the caller says so. */
export function parseDocument(raw: string, today: Day, hint?: DocumentHint): Result<ParsedDocument, DocumentFailure> {
  const number = normaliseIdentifier(raw.slice(0, 80).replace(/[()]/g, ''))
  if (hint?.type === 'passport')
    return /^[A-Z0-9]{5,20}$/.test(number)
      ? plain({ type: 'passport', country: hint.country, number })
      : fail({ code: 'characters' })
  if (!/^[A-Z0-9]+$/.test(number)) return fail({ code: number === '' ? 'length' : 'characters' })
  if (number.length === 18 && number.startsWith('9') && /^\d{6}/.test(number) && !number.startsWith('99'))
    return wrap(parsePermanentResidence(number, today))
  if (number.length === 18) return wrap(parseCitizenId(number, today))
  if (/^[A-Z]{3}\d{12}$/.test(number)) return ok(parseOldPermanentResidence(number))
  if (/^\d{15}$/.test(number)) return fail({ code: 'first-generation' })
  if (/^[HM]\d{8}(\d{2})?$/.test(number)) return plain({ type: 'hk-macao-permit', country: 'CHN', number })
  if (/^\d{8}(\d{2}[A-Z]?)?$/.test(number)) return plain({ type: 'taiwan-permit', country: 'CHN', number })
  if (/^\d+X?$/.test(number)) return fail({ code: 'length' })
  return /^[A-Z0-9]{5,20}$/.test(number) ? plain({ type: 'passport', country: 'XXX', number }) : fail({ code: 'unknown-type' })
}

/** Identity of a person's document: type, issuing country and number together. */
export const documentKey = ({ type, country, number }: DocumentNumber): string => `${type}|${country}|${number}`

/** The end of a number as a pass can carry it: three digits and a digit or X; null for any other ending. */
export const documentTail = ({ number }: DocumentNumber): string | null => /\d{3}[\dX]$/.exec(number)?.[0] ?? null

const plain = (document: DocumentNumber): Result<ParsedDocument, DocumentFailure> => ok({ document, warnings: [] })

const wrap = (parsed: Result<DocumentNumber, DocumentFailure>): Result<ParsedDocument, DocumentFailure> =>
  parsed.ok ? plain(parsed.value) : parsed
