const FIRST_MS = 2_000
const LONGEST_MS = 60_000

/** Time to wait after the n-th failure in a row (1, 2, 3 …): doubled each time, spread by half so that gates do not knock together. */
export const backoffMs = (failures: number, chance: number): number => {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1))
  return Math.round(full / 2 + (full / 2) * chance)
}
