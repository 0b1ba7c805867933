import { found, type GateCheck } from '../gate-input.ts'

export const checkStarted: GateCheck = input => (found(input, 'NOT_YET') ? { reason: 'NOT_YET', verdict: 'CHECK' } : null)

export const checkNotExpired: GateCheck = input => (found(input, 'EXPIRED') ? { reason: 'EXPIRED', verdict: 'CHECK' } : null)
