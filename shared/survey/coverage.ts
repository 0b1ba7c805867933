import { STANDINGS, type Standing } from './words.ts'

export type Tally = Readonly<Record<Standing, number>>

export const NO_TALLY: Tally = { open: 0, reached: 0, self: 0, refused: 0, unreachable: 0 }

export const tallyOf = (standings: Iterable<Standing>): Tally => {
  const tally = { ...NO_TALLY }
  for (const standing of standings) tally[standing]++
  return tally
}

export const addTallies = (tallies: Iterable<Tally>): Tally => {
  const sum = { ...NO_TALLY }
  for (const tally of tallies) for (const standing of STANDINGS) sum[standing] += tally[standing]
  return sum
}

export const totalOf = (tally: Tally): number => STANDINGS.reduce((sum, standing) => sum + tally[standing], 0)

/** Households about which the round knows something, of all: in per mille, rounded down, so that 1000 is everybody. */
export const coveredPerMille = (tally: Tally): number => {
  const total = totalOf(tally)
  return total === 0 ? 0 : Math.floor((1_000 * (tally.reached + tally.self)) / total)
}
