import type { PassKind } from '../pass/kinds.ts'
import type { EpochSeconds } from '../time.ts'
import type { GateDirection } from '../trust/direction.ts'
import type { DayWindow } from './day-window.ts'
import type { OverrideRules } from './override-rules.ts'
import type { WatchedPlates } from './watched-plates.ts'

/** The rules of gates, as data with an effective date: they changed weekly in 2020 and will again. */
export type GatePolicy = {
  readonly effectiveFrom: EpochSeconds
  /** Excluded; null: until another policy takes its place. */
  readonly effectiveUntil: EpochSeconds | null
  /** null: every gate of the realm. */
  readonly gates: readonly string[] | null
  readonly acceptedKinds: readonly PassKind[]
  /** Other sites that share this gate: their passes count as its own. */
  readonly acceptedSites: readonly number[]
  /** Directions that are open at this gate; null: as the gate is built. */
  readonly directions: readonly GateDirection[] | null
  /** Minutes east of UTC of the local day, for hours, closure and quota. */
  readonly utcOffsetMinutes: number
  /** When the gate is open; null: day and night. */
  readonly openHours: readonly DayWindow[] | null
  /** The compound is closed: a question for everybody but residents coming home and the kinds that are exempt. */
  readonly closure: (DayWindow & { readonly exemptKinds?: readonly PassKind[] }) | null
  /** Exits of a household pass per run of local days: an exit on day D counts until day D + `perDays`, 00:00. */
  readonly quota: { readonly maxExits: number; readonly perDays: number } | null
  /** Longest stay of a visitor; null: no limit. */
  readonly maxStayMinutes: number | null
  /** Tenths of a degree Celsius. Readings outside plausible–implausible are measured again. */
  readonly temperature: {
    readonly required: boolean
    /** Where `required` counts; absent: in both directions. */
    readonly directions?: readonly GateDirection[]
    readonly limit: number
    readonly plausibleFrom: number
    readonly plausibleTo: number
  }
  /** Status older than `warnAfter` shows a banner, older than `askAfter` makes CHECK. */
  readonly staleness: { readonly warnAfterSeconds: number; readonly askAfterSeconds: number }
  /** The same pass in the same direction within this time is one passage. */
  readonly repeatSeconds: number
  readonly override: OverrideRules
  /** Plates that staff want to hear of: a notice, never a verdict. */
  readonly watchedPlates: readonly WatchedPlates[]
}

/** 37.3 °C, 35.0–42.0 °C, status warned about after a day and asked about after three. */
export const DEFAULT_POLICY: GatePolicy = {
  effectiveFrom: 0 as EpochSeconds,
  effectiveUntil: null,
  gates: null,
  acceptedKinds: ['person', 'work', 'vehicle', 'visitor', 'household', 'duty'],
  acceptedSites: [],
  directions: null,
  utcOffsetMinutes: 480,
  openHours: null,
  closure: null,
  quota: null,
  maxStayMinutes: null,
  temperature: { required: false, limit: 373, plausibleFrom: 350, plausibleTo: 420 },
  staleness: { warnAfterSeconds: 24 * 3600, askAfterSeconds: 72 * 3600 },
  repeatSeconds: 120,
  override: { CHECK: 'reason', STOP: 'reason' },
  watchedPlates: []
}

/** A policy that was signed before some fields were known: those are as by default. */
export const completePolicy = (policy: Partial<GatePolicy>): GatePolicy => ({ ...DEFAULT_POLICY, ...policy })

/**
 * The policy in force at a gate: one that names the gate beats a general one, then the latest effective date wins, and
 * of two with the same date the one that was added later.
 */
export function policyAt(policies: readonly GatePolicy[], gate: string, at: EpochSeconds): GatePolicy {
  const inForce = policies.filter(policy => isInForce(policy, at) && concerns(policy, gate))
  const rank = (policy: GatePolicy): number => (policy.gates === null ? 0 : 1)
  const [best] = inForce.reverse().sort((a, b) => rank(b) - rank(a) || b.effectiveFrom - a.effectiveFrom)
  return best ?? DEFAULT_POLICY
}

export const concerns = ({ gates }: GatePolicy, gate: string): boolean => gates === null || gates.includes(gate)

export const isInForce = ({ effectiveFrom, effectiveUntil }: GatePolicy, at: EpochSeconds): boolean =>
  effectiveFrom <= at && (effectiveUntil === null || at < effectiveUntil)
