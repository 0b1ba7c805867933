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
import { comesHome, type EntryContext, type GateCheck, type GateFinding, type GateInput } from './gate-input.ts'
import type { GatePolicy } from './policy.ts'
import { noticesFor, type WatchedPlates } from './watched-plates.ts'

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
  /** Of the person at the wheel, where a vehicle and its driver pass together. */
  readonly driver?: PassContent | null
  /** A resident on the way home: let in as soon as a person says so. */
  readonly comesHome: boolean
  /** What staff are to be told of the plate; says nothing of the verdict. */
  readonly notices: readonly WatchedPlates[]
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
  const pass = verification.readable && (verification.genuine || verification.vouched) ? verification.pass : null
  const input = { verification, pass, context, policy }
  const findings = findingsOf(input)
  const [worst] = findings
  return {
    verdict: worst?.verdict ?? 'PASS',
    headline: worst?.reason ?? 'OK',
    findings,
    genuine: verification.genuine,
    asOf: context.statusAsOf,
    pass,
    comesHome: comesHome(input),
    notices: noticesFor(plateOf(input), policy.watchedPlates)
  }
}

/** An ambulance is not held up by any row: it is logged, and goes. */
const findingsOf = (input: GateInput): GateFinding[] =>
  (input.context.presented === 'emergency' ? [] : GATE_CHECKS)
    .map(check => check(input))
    .filter(finding => finding !== null)
    .sort((a, b) => severityOf(b.verdict) - severityOf(a.verdict))

const plateOf = ({ pass, context }: GateInput): string | null => context.plate ?? (pass?.kind === 'vehicle' ? pass.label : null)
