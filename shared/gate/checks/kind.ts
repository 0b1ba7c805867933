import type { GateCheck } from '../gate-input.ts'

export const checkKind: GateCheck = ({ pass, policy }) =>
  pass !== null && pass.kind !== 'drill' && !policy.acceptedKinds.includes(pass.kind)
    ? { reason: 'KIND', verdict: 'CHECK' }
    : null
