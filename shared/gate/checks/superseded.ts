import { found, type GateCheck } from '../gate-input.ts'

export const checkSuperseded: GateCheck = input => (found(input, 'SUPERSEDED') ? { reason: 'SUPERSEDED', verdict: 'STOP' } : null)
