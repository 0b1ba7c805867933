import { type EpochSeconds, epochSeconds } from '../time.ts'
import { concerns, DEFAULT_POLICY, type GatePolicy, policyAt } from './policy.ts'

/** A gate's rules from one moment until the next segment begins. */
export type Segment = { readonly from: EpochSeconds; readonly policy: GatePolicy }

/** Moments at which the rules of a gate may change, after `from`, in their order. */
export function momentsAfter(policies: readonly GatePolicy[], gate: string, from: EpochSeconds): EpochSeconds[] {
  const moments = policies
    .filter(policy => concerns(policy, gate))
    .flatMap(({ effectiveFrom, effectiveUntil }) => (effectiveUntil === null ? [effectiveFrom] : [effectiveFrom, effectiveUntil]))
    .filter(at => at > from)
  return [...new Set(moments)].sort((a, b) => a - b).map(epochSeconds)
}

/** What is in force at a gate at `from`, and what comes after it. */
export function timeline(policies: readonly GatePolicy[], gate: string, from: EpochSeconds): Segment[] {
  const own = policies.filter(policy => concerns(policy, gate))
  return [from, ...momentsAfter(own, gate, from)]
    .map(at => ({ from: at, policy: policyAt(own, gate, at) }))
    .filter(({ policy }, index, all) => policy !== all[index - 1]?.policy)
}

/** A gate that no policy names. */
export const ANY_GATE = ''

/** Policies that count at one of the gates, or at one that is yet to be built, at `from` or later; in the given order. */
export function policiesFrom(policies: readonly GatePolicy[], gates: readonly string[], from: EpochSeconds): GatePolicy[] {
  const counting = new Set([ANY_GATE, ...gates].flatMap(gate => timeline(policies, gate, from).map(({ policy }) => policy)))
  const left = policies.filter(policy => counting.has(policy))
  return left.length === 0 ? [DEFAULT_POLICY] : left
}
