import { fail, ok, type Result } from '../result.ts'
import { normaliseNumber } from './normalise.ts'

/** `number`: a mobile as 11 digits, a landline as area code, hyphen, number, a foreign one as E.164. */
export type Phone = { readonly kind: 'mobile' | 'landline' | 'foreign'; readonly number: string }

/** Takes `+` and digits; gives E.164, or null where no such number exists. Passed in, because its tables are large and change. */
export type ForeignPhoneValidator = (text: string) => string | null

/** No lists of operators' prefixes: they grow every year and lock out new subscribers. */
const MOBILE = /^(?:\+86|0086|86)?(1[3-9]\d{9})$/
/** Area codes: 010, 02x, and three digits from 03xx on. */
const LANDLINE = /^(?:(?:\+86|0086)0?|0)(10|2\d|[3-9]\d\d)([2-9]\d{6,7})$/
const E164 = /^\+[1-9]\d{6,14}$/

/** A phone number as typed: Chinese by rule, foreign (with + or 00 and its country code) by the validator's answer. */
export function parsePhone(
  raw: string,
  validateForeign: ForeignPhoneValidator
): Result<Phone, 'empty' | 'characters' | 'unknown-number'> {
  const text = normaliseNumber(raw).replace(/[().]/g, '')
  if (text === '') return fail('empty')
  if (!/^\+?\d+$/.test(text)) return fail('characters')
  const mobile = MOBILE.exec(text)?.[1]
  if (mobile !== undefined) return ok({ kind: 'mobile', number: mobile })
  const [, area, subscriber] = LANDLINE.exec(text) ?? []
  if (area !== undefined) return ok({ kind: 'landline', number: `0${area}-${subscriber}` })
  const international = text.replace(/^00/, '+')
  if (!/^\+(?!86)\d{7,15}$/.test(international)) return fail('unknown-number')
  const number = validateForeign(international)
  return number !== null && E164.test(number) ? ok({ kind: 'foreign', number }) : fail('unknown-number')
}
