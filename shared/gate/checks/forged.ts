import { found, type GateCheck } from '../gate-input.ts'

export const checkForged: GateCheck = input => (found(input, 'FORGED') ? { reason: 'FORGED', verdict: 'STOP' } : null)
