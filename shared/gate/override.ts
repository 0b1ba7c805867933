import type { Reason } from '../verify/reasons.ts'
import type { Decision } from './decide.ts'
import { ADMISSION_NEEDS, type AdmissionNeed } from './override-rules.ts'
import type { GatePolicy } from './policy.ts'

/** Against these no reason and no supervisor helps: a code for training is nobody's, so there is nobody to let through. */
export const isNeverAdmitted = (reasons: readonly Reason[]): boolean => reasons.includes('DRILL')

/**
 * The most that any finding asks for. A resident who comes home and is only to be looked at never waits for a
 * supervisor: nobody is locked out because nobody is there to say yes. A PASS needs nothing.
 */
export function overrideNeeds({ findings, verdict, comesHome }: Decision, { override }: GatePolicy): AdmissionNeed {
  if (isNeverAdmitted(findings.map(({ reason }) => reason))) return 'never'
  const needs = findings.map(finding =>
    finding.verdict === 'PASS' ? 'nothing' : (override.reasons?.[finding.reason] ?? override[finding.verdict])
  )
  const most = needs.reduce<AdmissionNeed>(stricter, 'nothing')
  return comesHome && verdict === 'CHECK' && most === 'supervisor' ? 'reason' : most
}

const stricter = (a: AdmissionNeed, b: AdmissionNeed): AdmissionNeed =>
  ADMISSION_NEEDS.indexOf(a) >= ADMISSION_NEEDS.indexOf(b) ? a : b
