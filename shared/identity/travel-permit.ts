import { accepted, type DocumentResult, refused } from './document.ts'
import { normaliseNumber } from './normalise.ts'

/** Mainland travel permit for Hong Kong (H) and Macao (M) residents: 8 digits; older cards add a two-digit renewal count. */
export function parseHkMacaoPermit(raw: string): DocumentResult {
  const number = normaliseNumber(raw)
  if (!/^[HM]\d+$/.test(number)) return refused(number === '' ? 'length' : 'characters')
  if (number.length !== 9 && number.length !== 11) return refused('length')
  return accepted({ type: 'hk-macao-permit', country: 'CHN', number })
}

/** Mainland travel permit for Taiwan residents: 8 digits, on older cards 10 and a letter in brackets, which is no part of the number. */
export function parseTaiwanPermit(raw: string): DocumentResult {
  const number = normaliseNumber(raw).replace(/^(\d{10})\([A-Z]\)$/, '$1')
  if (!/^\d+$/.test(number)) return refused(number === '' ? 'length' : 'characters')
  if (number.length !== 8 && number.length !== 10) return refused('length')
  return accepted({ type: 'taiwan-permit', country: 'CHN', number })
}
