import type { Decision } from '../../shared/gate/decide.ts'
import { overrideNeeds } from '../../shared/gate/override.ts'
import type { GatePolicy } from '../../shared/gate/policy.ts'

/** A visitor against whom nothing speaks but that somebody must say yes; a supervisor's yes has its own screen. */
export const asksForHost = (decision: Decision, policy: GatePolicy): boolean =>
  decision.verdict === 'CHECK' &&
  decision.headline === 'VISITOR' &&
  !decision.findings.some(({ reason }) => reason === 'TEMP') &&
  overrideNeeds(decision, policy) !== 'supervisor'
