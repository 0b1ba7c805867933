import type { PassContent } from '../pass/payload.ts'
import type { EpochSeconds } from '../time.ts'
import type { GateDirection } from '../trust/trust-bundle.ts'
import type { Reason, Verdict } from '../verify/reasons.ts'
import type { Verification } from '../verify/verify.ts'
import type { GatePolicy } from './policy.ts'

/** An earlier passage of the same site, from this phone or from others by synchronisation. */
export type RecentEntry = { readonly serial: number; readonly direction: GateDirection; readonly at: EpochSeconds }

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

/** Lives here: a pass of this compound for a person, a household, a worker or a car; visitors do not. */
export const isResident = ({ pass, context }: GateInput): boolean =>
  pass !== null && pass.kind !== 'visitor' && pass.kind !== 'drill' && (pass.site === context.site || pass.site === 0)

export const found = ({ verification }: GateInput, reason: Reason): boolean =>
  verification.findings.some(finding => finding.reason === reason)
