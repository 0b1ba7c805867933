import { accepted, type DocumentResult, refused } from './document.ts'
import { normaliseNumber } from './normalise.ts'

/** ICAO 9303: unspecified nationality. */
export const UNKNOWN_COUNTRY = 'XXX'

/**
 * A passport of any country, each of which has its own form. `country` is ISO 3166-1 alpha-3 in any case; XXX when unknown,
 * which is told as a warning. Any other shape of country is the failure `unknown-type`.
 */
export function parsePassport(raw: string, country: string): DocumentResult {
  const number = normaliseNumber(raw)
  const issuer = normaliseNumber(country)
  if (!/^[A-Z]{3}$/.test(issuer)) return refused('unknown-type')
  if (!/^[A-Z\d]*$/.test(number)) return refused('characters')
  if (number.length < 5 || number.length > 20) return refused('length')
  const document = { type: 'passport', country: issuer, number } as const
  return issuer === UNKNOWN_COUNTRY ? accepted(document, 'country-unknown') : accepted(document)
}
