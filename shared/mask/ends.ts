/** The first and last characters, as many as `shown` at each end, with an asterisk for each one between. */
export function keepEnds(text: string, shown: number): string {
  const chars = [...text]
  if (shown <= 0) return '*'.repeat(chars.length)
  return chars.map((char, index) => (index < shown || index >= chars.length - shown ? char : '*')).join('')
}
