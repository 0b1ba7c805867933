import { fail, ok, type Result } from '../result.ts'

export type Sex = 'male' | 'female'

export type DocumentType =
  | 'citizen-id'
  | 'residence-permit'
  | 'permanent-residence'
  | 'permanent-residence-2004'
  | 'hk-macao-permit'
  | 'taiwan-permit'
  | 'passport'

/** A normalised identity document. */
export type DocumentNumber = {
  readonly type: DocumentType
  /** Issuing country, ISO 3166-1 alpha-3; XXX (ICAO 9303) when nobody named it. */
  readonly country: string
  readonly number: string
  /** YYYY-MM-DD, where the number tells it. */
  readonly birthDate?: string
  readonly sex?: Sex
}

export type DocumentFailureCode =
  | 'check-digit'
  | 'birth-date'
  | 'future-birth'
  | 'province'
  | 'length'
  | 'characters'
  | 'first-generation'
  | 'unknown-type'

export type DocumentFailure = { readonly code: DocumentFailureCode }

/** Oddities that real documents show, so that they are told but do not refuse. */
export type DocumentWarning = 'division-unknown' | 'check-7-3-1' | 'country-unknown'

export type ParsedDocument = { readonly document: DocumentNumber; readonly warnings: readonly DocumentWarning[] }
export type DocumentResult = Result<ParsedDocument, DocumentFailure>

export const accepted = (document: DocumentNumber, ...warnings: DocumentWarning[]): DocumentResult => ok({ document, warnings })

export const refused = (code: DocumentFailureCode): { readonly ok: false; readonly failure: DocumentFailure } => fail({ code })

/** Unique among all documents: a number alone is not, because two issuers may use the same one. */
export const documentKey = ({ type, country, number }: DocumentNumber): string => `${type}|${country}|${number}`

/** The last four characters where they are three digits and a digit or X, else null. */
export const documentTail = ({ number }: DocumentNumber): string | null => /\d{3}[\dX]$/.exec(number)?.[0] ?? null
