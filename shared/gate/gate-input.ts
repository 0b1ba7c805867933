import type { Purpose } from '../log/entry.ts'
import type { PassContent } from '../pass/payload.ts'
import type { EpochSeconds } from '../time.ts'
import type { GateDirection } from '../trust/trust-bundle.ts'
import type { Reason, Verdict } from '../verify/reasons.ts'
import type { Verification } from '../verify/verify.ts'
import type { GatePolicy } from './policy.ts'

/** An earlier passage of the same site, from this phone or from others by synchronisation. */
export type RecentEntry = {
  readonly serial: number
  readonly direction: GateDirection
  readonly at: EpochSeconds
  /** The exit was for work, school or a doctor: no household's quota counts it. */
  readonly isExempt?: boolean
  /** Told by another phone, and proved by nothing: it adds to what is known and takes nothing from it. */
  readonly isHearsay?: boolean
}

/** What stands before the gate: a code, or somebody or something that has none. `emergency` is never delayed. */
export const PRESENTED = ['code', 'roster', 'visitor', 'vehicle', 'emergency'] as const
export type Presented = (typeof PRESENTED)[number]

/** The passage that is to be decided. */
export type EntryContext = {
  /** Corrected time. */
  readonly at: EpochSeconds
  readonly presented: Presented
  readonly site: number
  readonly direction: GateDirection
  /** Admitted passages of this pass, in any order; those of other passes may be among them. */
  readonly recent: readonly RecentEntry[]
  /** Tenths of a degree Celsius; null: not measured. */
  readonly temperature: number | null
  /** Issue time of the status list that was used; null: none was there. */
  readonly statusAsOf: EpochSeconds | null
  /** Minutes since the visitor came in; null: not a visitor's, or not known. */
  readonly stayMinutes?: number | null
  /** What the volunteer was told; null: nobody asked. */
  readonly purpose?: Purpose | null
  /** Normalised plate that was typed; null: none. */
  readonly plate?: string | null
}

export type GateInput = {
  readonly verification: Verification
  /** Only set for a genuine pass: nothing else may steer a decision. */
  readonly pass: PassContent | null
  readonly context: EntryContext
  readonly policy: GatePolicy
}

export type GateFinding = { readonly reason: Reason; readonly verdict: Verdict; readonly detail?: string }

export type GateCheck = (input: GateInput) => GateFinding | null

/** The pass is of this compound, of one that shares the gate, or of all. */
export const isOfThisGate = ({ site }: PassContent, { context, policy }: GateInput): boolean =>
  site === 0 || site === context.site || policy.acceptedSites.includes(site)

/** Lives here: a pass of this gate for a person, a household, a worker or a car; visitors do not. */
export const isResident = (input: GateInput): boolean =>
  input.pass !== null && input.pass.kind !== 'visitor' && input.pass.kind !== 'drill' && isOfThisGate(input.pass, input)

/** On the way home, by a pass or by the roster of those who live here. Nobody is kept out of home for a rule's sake. */
export const comesHome = (input: GateInput): boolean =>
  input.context.direction === 'in' && (input.pass === null ? input.context.presented === 'roster' : isResident(input))

export const found = ({ verification }: GateInput, reason: Reason): boolean =>
  verification.findings.some(finding => finding.reason === reason)
