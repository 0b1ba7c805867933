import { found, type GateCheck } from '../gate-input.ts'

export const checkStarted: GateCheck = input => (found(input, 'NOT_YET') ? { reason: 'NOT_YET', verdict: 'CHECK' } : null)
