import { comesHome, found, type GateCheck } from '../gate-input.ts'

/** Nobody is kept from going home: a held resident enters after staff were called. */
export const checkHeld: GateCheck = input =>
  found(input, 'HELD') ? { reason: 'HELD', verdict: comesHome(input) ? 'CHECK' : 'STOP' } : null
