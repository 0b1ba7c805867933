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
