import type { GateCheck } from '../gate-input.ts'

/** The gate takes nobody in this direction now. */
export const checkOpen: GateCheck = ({ context, policy }) =>
  policy.directions !== undefined && !policy.directions.includes(context.direction)
    ? { reason: 'CLOSED', verdict: 'CHECK' }
    : null
