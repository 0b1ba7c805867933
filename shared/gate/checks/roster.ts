import type { GateCheck } from '../gate-input.ts'

/** Known to live here, but without a code nobody proved who it is. */
export const checkRoster: GateCheck = ({ context }) =>
  context.presented === 'roster' ? { reason: 'ROSTER', verdict: 'CHECK' } : null
