import type { GateCheck } from '../gate-input.ts'

export const checkStay: GateCheck = ({ context, policy }) => {
  const { maxStayMinutes = null } = policy
  const { stayMinutes = null } = context
  if (context.direction !== 'out' || maxStayMinutes === null || stayMinutes === null) return null
  return stayMinutes > maxStayMinutes ? { reason: 'STAY', verdict: 'CHECK' } : null
}
