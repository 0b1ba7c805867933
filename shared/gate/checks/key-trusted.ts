import { found, type GateCheck } from '../gate-input.ts'

export const checkKeyTrusted: GateCheck = input => (found(input, 'KEY') ? { reason: 'KEY', verdict: 'STOP' } : null)
