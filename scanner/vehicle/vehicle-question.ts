import type { Decision } from '../../shared/gate/decide.ts'
import { overrideNeeds } from '../../shared/gate/override.ts'
import type { GatePolicy } from '../../shared/gate/policy.ts'

/** A vehicle without a pass that only somebody's look is wanted for, and that a reason lets through: no supervisor. */
export const asksForReason = (decision: Decision, policy: GatePolicy): boolean =>
  decision.verdict === 'CHECK' &&
  decision.headline === 'VEHICLE' &&
  !decision.findings.some(({ reason }) => reason === 'TEMP') &&
  overrideNeeds(decision, policy) !== 'supervisor'
