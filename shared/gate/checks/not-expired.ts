import { found, type GateCheck } from '../gate-input.ts'

export const checkNotExpired: GateCheck = input => (found(input, 'EXPIRED') ? { reason: 'EXPIRED', verdict: 'CHECK' } : null)
