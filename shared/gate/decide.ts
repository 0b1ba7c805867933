import type { PassContent } from '../pass/payload.ts'
import type { EpochSeconds } from '../time.ts'
import { type Reason, severityOf, type Verdict } from '../verify/reasons.ts'
import type { Verification } from '../verify/verify.ts'
import { checkDrill } from './checks/drill.ts'
import { checkFever } from './checks/fever.ts'
import { checkForged } from './checks/forged.ts'
import { checkHeld } from './checks/held.ts'
import { checkKeyTrusted } from './checks/key-trusted.ts'
import { checkKind } from './checks/kind.ts'
import { checkNight } from './checks/night.ts'
import { checkNotExpired } from './checks/not-expired.ts'
import { checkOpen } from './checks/open.ts'
import { checkQuota } from './checks/quota.ts'
import { checkReadable } from './checks/readable.ts'
import { checkRepeat } from './checks/repeat.ts'
import { checkRevoked } from './checks/revoked.ts'
import { checkRoster } from './checks/roster.ts'
import { checkSite } from './checks/site.ts'
import { checkStaleness } from './checks/staleness.ts'
import { checkStarted } from './checks/started.ts'
import { checkStay } from './checks/stay.ts'
import { checkSuperseded } from './checks/superseded.ts'
import { checkTemperatureKnown } from './checks/temperature-known.ts'
import { checkVehicle } from './checks/vehicle.ts'
import { checkVisitor } from './checks/visitor.ts'
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
  checkVisitor,
  checkRoster,
  checkVehicle,
  checkStay,
  checkOpen,
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
    pass
  }
}
