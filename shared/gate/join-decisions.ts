import { severityOf } from '../verify/reasons.ts'
import type { Decision } from './decide.ts'
import type { GateFinding } from './gate-input.ts'

/** One passage of a vehicle and its driver: every finding of both, the severest decides, and whose it is is shown. */
export function joinDecisions(vehicle: Decision, driver: Decision): Decision {
  const findings = [...vehicle.findings, ...driver.findings]
    .sort((a, b) => severityOf(b.verdict) - severityOf(a.verdict))
    .filter(isFirstOfItsReason)
  const [worst] = findings
  const isDrivers = worst !== undefined && !vehicle.findings.includes(worst)
  return {
    ...vehicle,
    verdict: worst?.verdict ?? 'PASS',
    headline: worst?.reason ?? 'OK',
    findings,
    genuine: vehicle.genuine && driver.genuine,
    pass: isDrivers ? driver.pass : vehicle.pass,
    driver: driver.pass,
    comesHome: vehicle.comesHome && driver.comesHome
  }
}

const isFirstOfItsReason = ({ reason }: GateFinding, at: number, all: readonly GateFinding[]): boolean =>
  all.findIndex(other => other.reason === reason) === at
