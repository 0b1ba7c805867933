import type { Decision } from './decide.ts'
import { OVERRIDE_NEEDS, type OverrideNeed } from './override-rules.ts'
import type { GatePolicy } from './policy.ts'

/**
 * The most that any finding asks for. A resident who comes home and is only to be looked at never waits for a
 * supervisor: nobody is locked out because nobody is there to say yes. A PASS needs nothing.
 */
export function overrideNeeds({ findings, verdict, comesHome }: Decision, { override }: GatePolicy): OverrideNeed {
  const needs = findings.map(finding =>
    finding.verdict === 'PASS' ? 'nothing' : (override.reasons?.[finding.reason] ?? override[finding.verdict])
  )
  const most = needs.reduce(stricter, 'nothing')
  return comesHome && verdict === 'CHECK' && most === 'supervisor' ? 'reason' : most
}

const stricter = (a: OverrideNeed, b: OverrideNeed): OverrideNeed =>
  OVERRIDE_NEEDS.indexOf(a) >= OVERRIDE_NEEDS.indexOf(b) ? a : b
