import type { PassKind } from '../pass/kinds.ts'
import type { EpochSeconds } from '../time.ts'
import type { GateDirection } from '../trust/direction.ts'

/** The rules of gates, as data with an effective date: they changed weekly in 2020 and will again. */
export type GatePolicy = {
  readonly effectiveFrom: EpochSeconds
  /** null: every gate of the realm. */
  readonly gates: readonly string[] | null
  readonly acceptedKinds: readonly PassKind[]
  /** Minutes east of UTC of the local day, for closure and quota. */
  readonly utcOffsetMinutes: number
  /** Local minutes of the day, `from` inclusive, `to` exclusive; may span midnight. */
  readonly closure: { readonly fromMinute: number; readonly toMinute: number } | null
  /** Exits of a household pass per run of local days. */
  readonly quota: { readonly maxExits: number; readonly perDays: number } | null
  /** Tenths of a degree Celsius. Readings outside plausible–implausible are measured again. */
  readonly temperature: {
    readonly required: boolean
    readonly limit: number
    readonly plausibleFrom: number
    readonly plausibleTo: number
  }
  /** Status older than `warnAfter` shows a banner, older than `askAfter` makes CHECK. */
  readonly staleness: { readonly warnAfterSeconds: number; readonly askAfterSeconds: number }
  /** The same pass in the same direction within this time is one passage. */
  readonly repeatSeconds: number
  /** Directions that are open at this gate; absent: as the gate is built. */
  readonly directions?: readonly GateDirection[]
  /** Longest stay of a visitor; absent or null: no limit. */
  readonly maxStayMinutes?: number | null
}

/** 37.3 °C, 35.0–42.0 °C, status warned about after a day and asked about after three. */
export const DEFAULT_POLICY: GatePolicy = {
  effectiveFrom: 0 as EpochSeconds,
  gates: null,
  acceptedKinds: ['person', 'work', 'vehicle', 'visitor', 'household', 'duty'],
  utcOffsetMinutes: 480,
  closure: null,
  quota: null,
  temperature: { required: false, limit: 373, plausibleFrom: 350, plausibleTo: 420 },
  staleness: { warnAfterSeconds: 24 * 3600, askAfterSeconds: 72 * 3600 },
  repeatSeconds: 120
}

/** The policy in force at a gate: one that names the gate beats a general one, then the latest effective date wins. */
export function policyAt(policies: readonly GatePolicy[], gate: string, at: EpochSeconds): GatePolicy {
  const inForce = policies.filter(policy => policy.effectiveFrom <= at && (policy.gates === null || policy.gates.includes(gate)))
  const rank = (policy: GatePolicy): number => (policy.gates === null ? 0 : 1)
  const [best] = inForce.sort((a, b) => rank(b) - rank(a) || b.effectiveFrom - a.effectiveFrom)
  return best ?? DEFAULT_POLICY
}
