import type { NumberRange } from '../../shared/log/number-ranges.ts'

/** How the arrival of numbers changes what is missing below the highest. */
export type GapChange = { readonly last: number; readonly closed: NumberRange[]; readonly opened: NumberRange[] }

/**
 * `last` is the highest number before, `gaps` the ranges missing below it as far as `numbers` touch them.
 * A range that a number falls into is closed, and what is left of it opened.
 */
export function changeGaps(last: number, gaps: readonly NumberRange[], numbers: readonly number[]): GapChange {
  const arrived = [...new Set(numbers)].sort((a, b) => a - b)
  const highest = Math.max(last, arrived.at(-1) ?? 0)
  const closed = gaps.filter(gap => arrived.some(number => isIn(gap, number)))
  const before: readonly NumberRange[] = highest > last ? [...closed, [last + 1, highest]] : closed
  return { last: highest, closed, opened: before.flatMap(gap => without(gap, arrived)) }
}

const isIn = ([first, last]: NumberRange, number: number): boolean => number >= first && number <= last

function without(range: NumberRange, arrived: readonly number[]): NumberRange[] {
  const left: NumberRange[] = []
  let [from] = range
  for (const number of arrived.filter(value => isIn(range, value))) {
    if (number > from) left.push([from, number - 1])
    from = number + 1
  }
  if (from <= range[1]) left.push([from, range[1]])
  return left
}
