import type { GateCheck } from '../gate-input.ts'

export const checkFever: GateCheck = ({ context, policy }) =>
  context.temperature !== null &&
  context.temperature >= policy.temperature.limit &&
  context.temperature <= policy.temperature.plausibleTo
    ? { reason: 'FEVER', verdict: 'STOP' }
    : null
