import type { GateCheck } from '../gate-input.ts'

/** A genuine pass whose status is old or unknown: shown, and asked about when it is too old. */
export const checkStaleness: GateCheck = ({ pass, context, policy }) => {
  if (pass === null) return null
  const age = context.statusAsOf === null ? Number.POSITIVE_INFINITY : context.at - context.statusAsOf
  if (age <= policy.staleness.warnAfterSeconds) return null
  return { reason: 'STALE', verdict: age > policy.staleness.askAfterSeconds ? 'CHECK' : 'PASS' }
}
