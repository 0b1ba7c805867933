/** The check character (0–9 or X) of ISO 7064 MOD 11-2 for a text of digits. */
export function mod11Check(digits: string): string {
  let sum = 0
  for (const digit of digits) sum = ((sum + Number(digit)) * 2) % 11
  const check = (12 - sum) % 11
  return check === 10 ? 'X' : String(check)
}

/** Whether the last character is the check character of those before it. */
export const hasMod11Check = (text: string): boolean => mod11Check(text.slice(0, -1)) === text.slice(-1)
