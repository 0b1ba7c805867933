import type { GateCheck } from '../gate-input.ts'

export const checkSite: GateCheck = ({ pass, context }) =>
  pass !== null && pass.site !== 0 && pass.site !== context.site ? { reason: 'WRONG_SITE', verdict: 'CHECK' } : null

/** A training pass never opens a gate, whatever the policy says. */
export const checkDrill: GateCheck = ({ pass }) => (pass?.kind === 'drill' ? { reason: 'DRILL', verdict: 'STOP' } : null)

export const checkKind: GateCheck = ({ pass, policy }) =>
  pass !== null && pass.kind !== 'drill' && !policy.acceptedKinds.includes(pass.kind)
    ? { reason: 'KIND', verdict: 'CHECK' }
    : null
