import type { PassContent } from '../pass/payload.ts'
import type { EpochSeconds } from '../time.ts'
import { type Reason, severityOf, type Verdict } from '../verify/reasons.ts'
import type { Verification } from '../verify/verify.ts'
import { checkForged, checkKeyTrusted, checkReadable } from './checks/code.ts'
import { checkQuota, checkRepeat } from './checks/history.ts'
import { checkNight } from './checks/hours.ts'
import { checkDrill, checkKind, checkSite } from './checks/place.ts'
import { checkHeld, checkRevoked, checkStaleness, checkSuperseded } from './checks/status.ts'
import { checkFever, checkTemperatureKnown } from './checks/temperature.ts'
import { checkNotExpired, checkStarted } from './checks/window.ts'
import type { EntryContext, GateCheck, GateFinding } from './gate-input.ts'
import type { GatePolicy } from './policy.ts'

export type Decision = {
  readonly verdict: Verdict
  /** The reason to show: the first one of the verdict's severity. */
  readonly headline: Reason
  /** All findings, the severest first, each severity in the order of the checks. */
  readonly findings: readonly GateFinding[]
  /** Signed by the realm. Not the same as current: see `asOf`. */
  readonly genuine: boolean
  /** Status as of this time; null: no status was at hand. */
  readonly asOf: EpochSeconds | null
  readonly pass: PassContent | null
}

/** The decision table of docs/protocol.md, row by row. All rows are evaluated; their order breaks ties. */
export const GATE_CHECKS: readonly GateCheck[] = [
  checkReadable,
  checkForged,
  checkKeyTrusted,
  checkDrill,
  checkRevoked,
  checkSuperseded,
  checkHeld,
  checkStarted,
  checkNotExpired,
  checkSite,
  checkKind,
  checkFever,
  checkTemperatureKnown,
  checkNight,
  checkQuota,
  checkRepeat,
  checkStaleness
]

export function decide(verification: Verification, context: EntryContext, policy: GatePolicy): Decision {
  const pass = verification.readable && verification.genuine ? verification.pass : null
  const input = { verification, pass, context, policy }
  const findings = GATE_CHECKS.map(check => check(input))
    .filter(finding => finding !== null)
    .sort((a, b) => severityOf(b.verdict) - severityOf(a.verdict))
  const [worst] = findings
  return {
    verdict: worst?.verdict ?? 'PASS',
    headline: worst?.reason ?? 'OK',
    findings,
    genuine: verification.genuine,
    asOf: context.statusAsOf,
    pass: pass
  }
}
