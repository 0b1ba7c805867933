import { parsePhoneNumberFromString } from 'libphonenumber-js'
import type { ForeignPhoneValidator } from '../../shared/identity/phone.ts'

/** Numbers of other countries, by the tables of a library: they are large and change. */
export const checkForeignPhone: ForeignPhoneValidator = text => {
  const parsed = parsePhoneNumberFromString(text)
  return parsed?.isValid() ? parsed.number : null
}
