import { found, type GateCheck, isResident } from '../gate-input.ts'

export const checkRevoked: GateCheck = input => (found(input, 'REVOKED') ? { reason: 'REVOKED', verdict: 'STOP' } : null)

export const checkSuperseded: GateCheck = input => (found(input, 'SUPERSEDED') ? { reason: 'SUPERSEDED', verdict: 'STOP' } : null)

/** Nobody is kept from going home: a held resident enters after staff were called. */
export const checkHeld: GateCheck = input => {
  if (!found(input, 'HELD')) return null
  const isComingHome = input.context.direction === 'in' && isResident(input)
  return { reason: 'HELD', verdict: isComingHome ? 'CHECK' : 'STOP' }
}

/** A genuine pass whose status is old or unknown: shown, and asked about when it is too old. */
export const checkStaleness: GateCheck = ({ pass, context, policy }) => {
  if (pass === null) return null
  const age = context.statusAsOf === null ? Number.POSITIVE_INFINITY : context.at - context.statusAsOf
  if (age <= policy.staleness.warnAfterSeconds) return null
  return { reason: 'STALE', verdict: age > policy.staleness.askAfterSeconds ? 'CHECK' : 'PASS' }
}
