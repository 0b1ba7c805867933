import type { DayWindow } from './day-window.ts'
import type { GatePolicy } from './policy.ts'

/** Every field has its own bounds in the schema; here is what two fields must not say against each other. */
type Rule = (policy: GatePolicy) => string | null

const isEmpty = ({ fromMinute, toMinute }: DayWindow): boolean => fromMinute === toMinute

const RULES: readonly Rule[] = [
  ({ effectiveFrom, effectiveUntil }) => (effectiveUntil !== null && effectiveUntil <= effectiveFrom ? '/effectiveUntil' : null),
  ({ closure }) => (closure !== null && isEmpty(closure) ? '/closure/toMinute' : null),
  ({ openHours }) => {
    const index = openHours?.findIndex(isEmpty) ?? -1
    return index < 0 ? null : `/openHours/${index}/toMinute`
  },
  ({ temperature: { plausibleFrom, plausibleTo } }) => (plausibleTo <= plausibleFrom ? '/temperature/plausibleTo' : null),
  ({ temperature: { limit, plausibleFrom, plausibleTo } }) =>
    limit <= plausibleFrom || limit > plausibleTo ? '/temperature/limit' : null,
  ({ staleness: { warnAfterSeconds, askAfterSeconds } }) =>
    askAfterSeconds < warnAfterSeconds ? '/staleness/askAfterSeconds' : null,
  ({ watchedPlates }) => {
    const prefixes = watchedPlates.map(({ prefix }) => prefix)
    const index = prefixes.findIndex((prefix, at) => prefixes.indexOf(prefix) !== at)
    return index < 0 ? null : `/watchedPlates/${index}/prefix`
  }
]

/** JSON Pointer of the first field that contradicts another; null: the policy can be signed. */
export function policyFault(policy: GatePolicy): string | null {
  for (const rule of RULES) {
    const path = rule(policy)
    if (path !== null) return path
  }
  return null
}
