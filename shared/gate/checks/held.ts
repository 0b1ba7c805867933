import { found, type GateCheck, isResident } from '../gate-input.ts'

/** Nobody is kept from going home: a held resident enters after staff were called. */
export const checkHeld: GateCheck = input => {
  if (!found(input, 'HELD')) return null
  const isComingHome = input.context.direction === 'in' && isResident(input)
  return { reason: 'HELD', verdict: isComingHome ? 'CHECK' : 'STOP' }
}
