export type Random = {
  /** 0 ≤ n < bound. */
  below(bound: number): number
  /** Whether something of this probability happens. */
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
  /** Index drawn by weight. */
  weighted(weights: readonly number[]): number
}

/**
 * The same numbers for the same seed on every machine (sfc32, public domain, PractRand-tested). For synthetic data
 * only: nothing secret is ever drawn from it.
 */
export function seededRandom(seed: number): Random {
  let a = 0x9e3779b9
  let b = 0x243f6a88
  let c = seed >>> 0
  let counter = 1
  const next = (): number => {
    const result = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + result) | 0
    return (result >>> 0) / 4_294_967_296
  }
  for (let warm = 0; warm < 16; warm++) next()
  const below = (bound: number): number => Math.floor(next() * bound)
  return {
    below,
    chance: probability => next() < probability,
    pick: items => items[below(items.length)] as (typeof items)[number],
    weighted(weights) {
      let left = next() * weights.reduce((sum, weight) => sum + weight, 0)
      const index = weights.findIndex(weight => {
        left -= weight
        return left < 0
      })
      return index < 0 ? weights.length - 1 : index
    }
  }
}

/** Splits `total` into whole parts in proportion to `weights`; the parts add up to it exactly (largest remainder). */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  const shares = weights.map(weight => (total * weight) / sum)
  const parts = shares.map(Math.floor)
  const order = shares
    .map((share, index) => [share - Math.floor(share), index] as const)
    .sort((x, y) => y[0] - x[0] || x[1] - y[1])
  const missing = total - parts.reduce((a, b) => a + b, 0)
  for (const [, index] of order.slice(0, missing)) parts[index] = (parts[index] as number) + 1
  return parts
}

/** Draws `count` sizes between `least` and `most` by weight, then moves single steps until they add up to `total`. */
export function sizesOf(
  random: Random,
  count: number,
  total: number,
  sizes: readonly number[],
  weights: readonly number[]
): number[] {
  const least = Math.min(...sizes)
  const most = Math.max(...sizes)
  const drawn = Array.from({ length: count }, () => sizes[random.weighted(weights)] as number)
  let left = Math.min(most * count, Math.max(least * count, total)) - drawn.reduce((a, b) => a + b, 0)
  while (left !== 0) {
    const index = random.below(count)
    const size = drawn[index] as number
    const step = Math.sign(left)
    if (size + step < least || size + step > most) continue
    drawn[index] = size + step
    left -= step
  }
  return drawn
}
