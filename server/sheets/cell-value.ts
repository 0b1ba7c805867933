/** Built-in number formats that are dates (ECMA-376 part 1, 18.8.30), with those of Chinese, Japanese and Korean systems. */
const DATE_FORMATS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])
const DAY_MS = 86_400_000
/** Beyond, a number has lost digits: a spreadsheet keeps fifteen. */
const EXACT = 1e15

/** Whether a number format shows a calendar day: what stands in quotes, brackets and behind a backslash is no pattern. */
export const isDateFormat = (id: number, code: string | undefined): boolean =>
  code === undefined
    ? DATE_FORMATS.has(id)
    : /[yd年月日]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')) && !/^general$/i.test(code)

/** A spreadsheet's day number as YYYY-MM-DD; it counts a 29 February 1900 that never was. null: no day. */
export function dayOfSerial(serial: number, is1904: boolean): string | null {
  const whole = Math.floor(serial) + (is1904 ? 1462 : 0)
  if (!(whole >= 1 && whole < 2_958_466)) return null
  return new Date(Date.UTC(1899, 11, whole < 60 ? 31 : 30) + whole * DAY_MS).toISOString().slice(0, 10)
}

/**
 * A number as people see it: 13912345678, not 1.3912345678E10. One that lost digits stays in scientific notation, so that
 * it is told from a document number that merely ends with zeros.
 */
export function numberText(raw: string): string {
  const value = Number(raw)
  if (raw.trim() === '' || !Number.isFinite(value)) return raw
  if (Number.isInteger(value) && Math.abs(value) < EXACT) return String(value)
  if (Math.abs(value) >= EXACT)
    return value
      .toExponential(14)
      .replace(/\.?0+e/, 'E')
      .replace('e', 'E')
  return String(Number(value.toPrecision(15)))
}
