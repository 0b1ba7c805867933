const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const CHECKS = '10X98765432'

/** Check character of 17 digits (ISO 7064 MOD 11-2, as GB 11643 uses it). */
export function mod112(digits: string): string {
  let sum = 0
  for (const [index, weight] of WEIGHTS.entries()) sum += weight * Number(digits.charAt(index))
  return CHECKS.charAt(sum % 11)
}
