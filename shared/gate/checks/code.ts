import { found, type GateCheck } from '../gate-input.ts'

export const checkReadable: GateCheck = input => (found(input, 'UNREADABLE') ? { reason: 'UNREADABLE', verdict: 'CHECK' } : null)

export const checkForged: GateCheck = input => (found(input, 'FORGED') ? { reason: 'FORGED', verdict: 'STOP' } : null)

export const checkKeyTrusted: GateCheck = input => (found(input, 'KEY') ? { reason: 'KEY', verdict: 'STOP' } : null)
