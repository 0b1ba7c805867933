import { fail, ok, type Result } from '../result.ts'

/** The field's value for "no document". */
export const NO_TAIL = 0xffff
/** Three digits and one of eleven last characters (GB 11643: 0–9, X). */
const VALUE_COUNT = 1000 * 11

/** d1d2d3·11 + last (X = 10). Throws a RangeError on text of another shape. */
export function encodeDocumentTail(tail: string | null): number {
  if (tail === null) return NO_TAIL
  if (!/^\d{3}[\dX]$/.test(tail)) throw new RangeError('documentTail: not three digits and a digit or X')
  const last = tail.charAt(3)
  return Number(tail.slice(0, 3)) * 11 + (last === 'X' ? 10 : Number(last))
}

export function decodeDocumentTail(value: number): Result<string | null, 'document-tail'> {
  if (value === NO_TAIL) return ok(null)
  if (value >= VALUE_COUNT) return fail('document-tail')
  const last = value % 11
  const digits = String(Math.floor(value / 11)).padStart(3, '0')
  return ok(digits + (last === 10 ? 'X' : String(last)))
}
