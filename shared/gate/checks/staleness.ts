import { freshnessOf } from '../freshness.ts'
import type { GateCheck } from '../gate-input.ts'
import { isPerhapsNewer } from '../newer-key.ts'

/** A genuine pass whose status is old or unknown: shown, and asked about when it is too old. */
export const checkStaleness: GateCheck = input => {
  const { pass, context, policy } = input
  if (isPerhapsNewer(input)) return { reason: 'STALE', verdict: 'CHECK', detail: 'the key may be newer than the data' }
  const freshness = freshnessOf(context.statusAsOf, context.at, policy)
  if (pass === null || freshness === 'green') return null
  return { reason: 'STALE', verdict: freshness === 'ask' ? 'CHECK' : 'PASS' }
}
