import type { EpochSeconds } from '../time.ts'
import { type GatePolicy, policyAt } from './policy.ts'
import type { PolicyRules } from './profiles.ts'
import { momentsAfter } from './timeline.ts'

/** In the order in which a gate is described. */
export const RULE_FIELDS = [
  'acceptedKinds',
  'acceptedSites',
  'directions',
  'openHours',
  'closure',
  'quota',
  'maxStayMinutes',
  'temperature',
  'staleness',
  'repeatSeconds',
  'override',
  'watchedPlates',
  'utcOffsetMinutes'
] as const satisfies readonly (keyof PolicyRules)[]
export type RuleField = (typeof RULE_FIELDS)[number]

/** What will be otherwise at some gates for some time, and how. */
export type RuleChange = {
  readonly gates: readonly string[]
  readonly from: EpochSeconds
  /** null: for good, as far as is planned. */
  readonly until: EpochSeconds | null
  readonly before: GatePolicy
  readonly after: GatePolicy
  readonly fields: readonly RuleField[]
}

/** Fields in which two policies rule differently. */
export const differingFields = (a: PolicyRules, b: PolicyRules): RuleField[] =>
  RULE_FIELDS.filter(field => canonical(a[field]) !== canonical(b[field]))

/**
 * What changes at which gate and when, if `after` is signed in the place of `before`: gates with the same change stand
 * together, the soonest first. Empty: nothing changes anywhere, as where a gate has rules of its own.
 */
export function previewChanges(
  before: readonly GatePolicy[],
  after: readonly GatePolicy[],
  gates: readonly string[],
  now: EpochSeconds
): RuleChange[] {
  const groups = new Map<string, RuleChange>()
  for (const change of gates.flatMap(gate => changesAt(before, after, gate, now))) {
    const { gates: _gates, ...same } = change
    const key = canonical({ ...same, before: rulesOf(same.before), after: rulesOf(same.after) })
    groups.set(key, { ...change, gates: [...(groups.get(key)?.gates ?? []), ...change.gates] })
  }
  return [...groups.values()].sort((a, b) => a.from - b.from)
}

function changesAt(before: readonly GatePolicy[], after: readonly GatePolicy[], gate: string, now: EpochSeconds): RuleChange[] {
  const moments = [...new Set([now, ...momentsAfter(before, gate, now), ...momentsAfter(after, gate, now)])].sort((a, b) => a - b)
  const steps = moments.map(from => {
    const [old, next] = [policyAt(before, gate, from), policyAt(after, gate, from)]
    return { gates: [gate], from, before: old, after: next, fields: differingFields(old, next) }
  })
  const begins = steps.filter((step, index) => index === 0 || !isSame(step, steps[index - 1]))
  return begins
    .map((step, index) => ({ ...step, until: begins[index + 1]?.from ?? null }))
    .filter(({ fields }) => fields.length > 0)
}

type Step = Pick<RuleChange, 'before' | 'after' | 'fields'>
const isSame = (a: Step, b: Step | undefined): boolean =>
  b !== undefined &&
  (a.fields.length === 0
    ? b.fields.length === 0
    : differingFields(a.before, b.before).length === 0 && differingFields(a.after, b.after).length === 0)

const rulesOf = (policy: GatePolicy): unknown[] => RULE_FIELDS.map(field => policy[field])

/** One text for one meaning: lists of kinds, sites and directions have no order, nor have fields. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).filter(([, one]) => one !== undefined)
  return `{${fields
    .map(([name, one]) => `${name}:${canonical(one)}`)
    .sort()
    .join()}}`
}
