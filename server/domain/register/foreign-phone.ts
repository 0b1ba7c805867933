import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { parsePhone } from '../../../shared/identity/phone.ts'
import type { Result } from '../../../shared/result.ts'

/** A phone number as typed, in the form in which it is stored and looked up. */
export function readPhone(raw: string): Result<string, string> {
  const parsed = parsePhone(raw, text => {
    const found = parsePhoneNumberFromString(text)
    return found?.isValid() === true ? found.number : null
  })
  return parsed.ok ? { ok: true, value: parsed.value.number } : parsed
}
