import type { GateCheck } from '../gate-input.ts'

/** Written down, not proved: somebody looks. */
export const checkVisitor: GateCheck = ({ context }) =>
  context.presented === 'visitor' ? { reason: 'VISITOR', verdict: 'CHECK' } : null
