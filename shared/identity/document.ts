import type { Day } from './calendar.ts'

export type DocumentType =
  | 'citizen-id'
  | 'residence-permit'
  | 'permanent-residence'
  | 'permanent-residence-2004'
  | 'hk-macao-permit'
  | 'taiwan-permit'
  | 'passport'

export type Sex = 'male' | 'female'

/** A document number, normalised. `country` is the issuing country, ISO 3166-1 alpha-3. */
export type DocumentNumber = {
  readonly type: DocumentType
  readonly country: string
  readonly number: string
  readonly birth?: Day
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
/** What is odd but must not keep anybody out. */
export type DocumentWarning = 'old-check-digit'
export type ParsedDocument = { readonly document: DocumentNumber; readonly warnings: readonly DocumentWarning[] }
