import type { GateCheck } from '../gate-input.ts'

/** A training pass never opens a gate, whatever the policy says. */
export const checkDrill: GateCheck = ({ pass }) => (pass?.kind === 'drill' ? { reason: 'DRILL', verdict: 'STOP' } : null)
