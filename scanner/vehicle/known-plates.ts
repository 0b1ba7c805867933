/** A plate that this phone met, how often, and when last (device clock, milliseconds). */
export type KnownPlate = { readonly plate: string; readonly times: number; readonly lastMs: number }

/** As long as delivered entries stay on the phone. */
export const PLATE_KEPT_MS = 48 * 3_600_000
/** A gate sees some hundred cars a day; more would not be offered anyway. */
const MOST = 300

export function meetPlate(known: readonly KnownPlate[], plate: string, nowMs: number): KnownPlate[] {
  const before = known.find(each => each.plate === plate)
  const others = known.filter(each => each.plate !== plate && each.lastMs >= nowMs - PLATE_KEPT_MS)
  return [{ plate, times: (before?.times ?? 0) + 1, lastMs: nowMs }, ...others].slice(0, MOST)
}

/**
 * What the volunteer may mean, the likeliest first: plates that begin so, then those that hold what was typed behind
 * province and letter, because drivers call out the last digits.
 */
export function completions(known: readonly KnownPlate[], typed: string, limit: number): string[] {
  const body = [...typed].slice(2).join('')
  const rank = ({ plate }: KnownPlate): number =>
    plate.startsWith(typed) ? 2 : body.length >= 2 && [...plate].slice(2).join('').includes(body) ? 1 : 0
  return known
    .filter(each => each.plate !== typed && rank(each) > 0)
    .sort((a, b) => rank(b) - rank(a) || b.times - a.times || b.lastMs - a.lastMs)
    .slice(0, limit)
    .map(({ plate }) => plate)
}

/** Where most cars here come from, so that two keys need not be pressed; null: no car was seen yet. */
export function usualBegin(known: readonly KnownPlate[]): string | null {
  const counts = new Map<string, number>()
  for (const { plate, times } of known) {
    const begin = [...plate].slice(0, 2).join('')
    if (/^\p{Script=Han}[A-Z]$/u.test(begin)) counts.set(begin, (counts.get(begin) ?? 0) + times)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}
