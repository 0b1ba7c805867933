import type { GateCheck, GateInput } from '../gate-input.ts'

/** Missing where it is required, or a reading that no living person has: measure again. */
export const checkTemperatureKnown: GateCheck = ({ context, policy }) => {
  const { plausibleFrom, plausibleTo } = policy.temperature
  if (context.temperature === null)
    return needsTemperature(context, policy) ? { reason: 'TEMP', verdict: 'CHECK', detail: 'missing' } : null
  return context.temperature < plausibleFrom || context.temperature > plausibleTo
    ? { reason: 'TEMP', verdict: 'CHECK', detail: 'implausible' }
    : null
}

/** Whether everybody is measured in this direction. */
export const needsTemperature = (
  { direction }: Pick<GateInput['context'], 'direction'>,
  { temperature }: GateInput['policy']
): boolean => temperature.required && (temperature.directions ?? [direction]).includes(direction)
