import { fail, ok, type Result } from '../result.ts'
import { normaliseNumber } from './normalise.ts'

export type CreditCodeFailure = 'length' | 'characters' | 'check-digit'
export type CreditCodeWarning = 'department-unknown' | 'organisation-check'

export type CreditCode = {
  readonly code: string
  /** Six digits, GB/T 2260. */
  readonly division: string
  readonly warnings: readonly CreditCodeWarning[]
}

/** GB 32100-2015: no I, O, Z, S, V. A character's place is its value. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const SHAPE = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/
const DEPARTMENTS = '123456789AGJNQY'
/** GB 11714, modulo 11. */
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

/** Unified social credit code of an organisation, GB 32100-2015. */
export function parseCreditCode(raw: string): Result<CreditCode, CreditCodeFailure> {
  const code = normaliseNumber(raw)
  if (/[^0-9A-Z]/.test(code)) return fail('characters')
  if (code.length !== 18) return fail('length')
  if (!SHAPE.test(code)) return fail('characters')
  if (creditCodeCheck(code.slice(0, 17)) !== code.charAt(17)) return fail('check-digit')
  return ok({ code, division: code.slice(2, 8), warnings: warningsOf(code) })
}

/** The check character of the first 17 characters: weights are the powers of 3 modulo 31. Expects the standard's alphabet. */
export function creditCodeCheck(body: string): string {
  let sum = 0
  let weight = 1
  for (const char of body) {
    sum += ALPHABET.indexOf(char) * weight
    weight = (weight * 3) % 31
  }
  // The second remainder turns 31 into 0: without it every code that ends in 0 would be refused.
  return ALPHABET.charAt((31 - (sum % 31)) % 31)
}

function warningsOf(code: string): CreditCodeWarning[] {
  const warnings: CreditCodeWarning[] = []
  if (!DEPARTMENTS.includes(code.charAt(0))) warnings.push('department-unknown')
  // Real codes break the inner check, so that it cannot refuse.
  if (organisationCheck(code.slice(8, 16)) !== code.charAt(16)) warnings.push('organisation-check')
  return warnings
}

/** GB 11714: digits are themselves, A = 10 … Z = 35. */
function organisationCheck(body: string): string {
  const sum = [...body].reduce((total, char, index) => total + Number.parseInt(char, 36) * (ORGANISATION_WEIGHTS[index] ?? 0), 0)
  const check = (11 - (sum % 11)) % 11
  return check === 10 ? 'X' : String(check)
}
