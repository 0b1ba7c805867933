import type { NumberRange } from '../../shared/log/number-ranges.ts'

/** Every number of inclusive ranges. */
export const fromRanges = (ranges: readonly NumberRange[]): Set<number> =>
  new Set(ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index)))
