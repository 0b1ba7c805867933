import type { GateCheck } from '../gate-input.ts'

/** Missing where it is required, or a reading that no living person has: measure again. */
export const checkTemperatureKnown: GateCheck = ({ context, policy }) => {
  const { required, plausibleFrom, plausibleTo } = policy.temperature
  if (context.temperature === null) return required ? { reason: 'TEMP', verdict: 'CHECK' } : null
  return context.temperature < plausibleFrom || context.temperature > plausibleTo ? { reason: 'TEMP', verdict: 'CHECK' } : null
}
