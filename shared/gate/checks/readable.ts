import { found, type GateCheck } from '../gate-input.ts'

export const checkReadable: GateCheck = input => (found(input, 'UNREADABLE') ? { reason: 'UNREADABLE', verdict: 'CHECK' } : null)
