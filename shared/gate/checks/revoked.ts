import { found, type GateCheck } from '../gate-input.ts'

export const checkRevoked: GateCheck = input => (found(input, 'REVOKED') ? { reason: 'REVOKED', verdict: 'STOP' } : null)
