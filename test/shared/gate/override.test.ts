import t from 'tap'
import type { Decision } from '../../../shared/gate/decide.ts'
import { overrideNeeds } from '../../../shared/gate/override.ts'
import { ADMISSION_NEEDS, OVERRIDE_NEEDS } from '../../../shared/gate/override-rules.ts'
import { DEFAULT_POLICY, type GatePolicy } from '../../../shared/gate/policy.ts'
import { severityOf, type Verdict } from '../../../shared/verify/reasons.ts'

const decided = (findings: Decision['findings'], comesHome = false): Decision => {
  const [worst] = [...findings].sort((a, b) => severityOf(b.verdict) - severityOf(a.verdict))
  const verdict: Verdict = worst?.verdict ?? 'PASS'
  return { verdict, headline: worst?.reason ?? 'OK', findings, genuine: true, asOf: null, pass: null, comesHome, notices: [] }
}
const rules = (override: GatePolicy['override']): GatePolicy => ({ ...DEFAULT_POLICY, override })
const expired = { reason: 'EXPIRED', verdict: 'CHECK' } as const
const quota = { reason: 'QUOTA', verdict: 'CHECK' } as const
const revoked = { reason: 'REVOKED', verdict: 'STOP' } as const
const stale = { reason: 'STALE', verdict: 'PASS' } as const

const drill = { reason: 'DRILL', verdict: 'STOP' } as const

t.test('by default every CHECK and STOP takes a reason, and a PASS nothing', async t => {
  t.equal(overrideNeeds(decided([]), DEFAULT_POLICY), 'nothing')
  t.equal(overrideNeeds(decided([stale]), DEFAULT_POLICY), 'nothing', 'what lets pass needs no one')
  t.equal(overrideNeeds(decided([expired]), DEFAULT_POLICY), 'reason')
  t.equal(overrideNeeds(decided([revoked]), DEFAULT_POLICY), 'reason')
})

t.test('a policy says what it takes by severity, and for single reasons otherwise', async t => {
  const policy = rules({ CHECK: 'nothing', STOP: 'supervisor', reasons: { QUOTA: 'supervisor', REVOKED: 'reason' } })
  t.equal(overrideNeeds(decided([expired]), policy), 'nothing')
  t.equal(overrideNeeds(decided([quota]), policy), 'supervisor')
  t.equal(overrideNeeds(decided([revoked]), policy), 'reason')
  t.equal(overrideNeeds(decided([{ reason: 'FORGED', verdict: 'STOP' }]), policy), 'supervisor')
})

t.test('of several findings the one that asks for most counts, even when it is not the severest', async t => {
  const policy = rules({ CHECK: 'nothing', STOP: 'reason', reasons: { QUOTA: 'supervisor' } })
  t.equal(overrideNeeds(decided([revoked, quota]), policy), 'supervisor')
  t.equal(overrideNeeds(decided([revoked, expired]), policy), 'reason')
})

t.test('a resident who comes home and is only to be looked at never waits for a supervisor', async t => {
  const policy = rules({ CHECK: 'supervisor', STOP: 'supervisor' })
  t.equal(overrideNeeds(decided([expired], true), policy), 'reason')
  t.equal(overrideNeeds(decided([expired], false), policy), 'supervisor')
  t.equal(overrideNeeds(decided([revoked], true), policy), 'supervisor', 'a refusal is another matter')
  t.equal(overrideNeeds(decided([expired], true), rules({ CHECK: 'nothing', STOP: 'reason' })), 'nothing')
})

t.test('a drill is never let through, whatever the policy and whatever else was found', async t => {
  t.equal(overrideNeeds(decided([drill]), DEFAULT_POLICY), 'never')
  const lax = rules({ CHECK: 'nothing', STOP: 'nothing', reasons: { DRILL: 'nothing' } })
  t.equal(overrideNeeds(decided([drill, expired], true), lax), 'never')
})

t.test('another finding never makes an override easier', async t => {
  const findings = [expired, quota, revoked, stale, { reason: 'FEVER', verdict: 'STOP' }, drill] as const
  for (const check of OVERRIDE_NEEDS) {
    for (const stop of OVERRIDE_NEEDS) {
      const policy = rules({ CHECK: check, STOP: stop, reasons: { FEVER: 'supervisor', EXPIRED: 'nothing' } })
      for (let held = 0; held < 2 ** findings.length; held++) {
        const some = findings.filter((_, index) => held & (1 << index))
        for (const more of findings)
          for (const comesHome of [true, false]) {
            const before = ADMISSION_NEEDS.indexOf(overrideNeeds(decided(some, comesHome), policy))
            const after = ADMISSION_NEEDS.indexOf(overrideNeeds(decided([...some, more], comesHome), policy))
            if (after < before) t.fail(`${some.map(({ reason }) => reason)} and ${more.reason}`)
          }
      }
    }
  }
})
