import type { EpochSeconds } from '../time.ts'
import type { GatePolicy } from './policy.ts'

/** How far the status on the phone may be believed: fresh, old enough to be said, too old to go by. */
export const FRESHNESS = ['green', 'amber', 'ask'] as const
export type Freshness = (typeof FRESHNESS)[number]

/** `asOf: null`: there is no status at all. */
export function freshnessOf(asOf: EpochSeconds | null, at: EpochSeconds, { staleness }: GatePolicy): Freshness {
  if (asOf === null || at - asOf > staleness.askAfterSeconds) return 'ask'
  return at - asOf > staleness.warnAfterSeconds ? 'amber' : 'green'
}
