/** Inclusive range of entry numbers. */
export type NumberRange = readonly [first: number, last: number]

/** What is missing below the highest of `numbers` (ascending, distinct), counted from 1; at most `limit` ranges, the lowest first. */
export function missingRanges(numbers: Iterable<number>, limit: number): NumberRange[] {
  const missing: NumberRange[] = []
  let expected = 1
  for (const number of numbers) {
    if (number > expected) missing.push([expected, number - 1])
    if (missing.length === limit) break
    expected = number + 1
  }
  return missing
}

/** The parts of a range that are none of `numbers`, the lowest first; none when the range is empty. */
export function rangesWithout([first, last]: NumberRange, numbers: readonly number[]): NumberRange[] {
  const left: NumberRange[] = []
  let from = first
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    if (number < from || number > last) continue
    if (number > from) left.push([from, number - 1])
    from = number + 1
  }
  if (from <= last) left.push([from, last])
  return left
}

export const countOfRanges = (ranges: readonly NumberRange[]): number =>
  ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0)

/** "3–7, 9" */
export const sayRanges = (ranges: readonly NumberRange[]): string =>
  ranges.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ')
