import { type GatePolicy, policyAt } from '../../shared/gate/policy.ts'
import { type Segment, timeline } from '../../shared/gate/timeline.ts'
import type { PolicyView } from '../../shared/schema/policies.ts'
import { epochSeconds } from '../../shared/time.ts'

/** As the gate's own code reads it: every field of the policy is in the view. */
export const policyOf = (view: PolicyView): GatePolicy => view as unknown as GatePolicy
/** The view that a policy came from; null: the built-in rules, or what is only being written. */
export const viewOf = (policy: GatePolicy): PolicyView | null => ('id' in policy ? (policy as unknown as PolicyView) : null)

export type GateRules = {
  readonly gate: string
  readonly now: GatePolicy
  readonly coming: readonly Segment[]
  /** What counts at a gate without rules of its own. */
  readonly general: GatePolicy
}

/** What is in force at a gate, and what comes. */
export function rulesAt(views: readonly PolicyView[], gate: string, at: number): GateRules {
  const policies = views.map(policyOf)
  const [first, ...coming] = timeline(policies, gate, epochSeconds(at))
  const general = policyAt(
    policies.filter(({ gates }) => gates === null),
    '',
    epochSeconds(at)
  )
  return { gate, now: first?.policy ?? general, coming, general }
}

/** The policies as they would stand when one of them is ended at `at`. */
export const withEnd = (views: readonly PolicyView[], id: number, at: number): GatePolicy[] =>
  views.map(view => (view.id === id ? policyOf({ ...view, effectiveUntil: Math.max(at, view.effectiveFrom) }) : policyOf(view)))
