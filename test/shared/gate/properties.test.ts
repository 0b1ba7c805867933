import t from 'tap'
import { decide, GATE_CHECKS } from '../../../shared/gate/decide.ts'
import { type EntryContext, PRESENTED } from '../../../shared/gate/gate-input.ts'
import { DEFAULT_POLICY, type GatePolicy } from '../../../shared/gate/policy.ts'
import { PURPOSES } from '../../../shared/log/entry.ts'
import { PASS_KINDS, type PassKind } from '../../../shared/pass/kinds.ts'
import { epochSeconds } from '../../../shared/time.ts'
import { type Reason, severityOf } from '../../../shared/verify/reasons.ts'
import { NO_CODE, type Verification } from '../../../shared/verify/verify.ts'
import { SAMPLE_PASS } from '../../support/pass-factory.ts'
import { seededRandom } from '../../support/frames/random.ts'

type Case = { verification: Verification; context: EntryContext; policy: GatePolicy }

const SEED = 20_200_208
const CASES = 4_000
const NOON = Date.parse('2020-02-08T04:00:00Z') / 1000
const KINDS = Object.keys(PASS_KINDS) as PassKind[]
const CURRENT: readonly Reason[] = ['REVOKED', 'SUPERSEDED', 'HELD', 'NOT_YET', 'EXPIRED']

const { next: random, below } = seededRandom(SEED)
const one = <T>(of: readonly T[]): T => of[below(of.length)] as T
const some = <T>(of: readonly T[]): T[] => of.filter(() => random() < 0.4)
const maybe = <T>(value: () => T): T | null => (random() < 0.5 ? null : value())
const window = () => ({ fromMinute: below(1440), toMinute: below(1440) })

function anyVerification(): Verification {
  const kind = one(KINDS)
  const pass = {
    ...SAMPLE_PASS,
    kind,
    site: one([0, 7, 8, 9]),
    documentTail: kind === 'vehicle' ? null : SAMPLE_PASS.documentTail
  }
  return one<Verification>([
    NO_CODE,
    { readable: false, failure: 'prefix', genuine: false, findings: [{ reason: 'UNREADABLE' }] },
    { readable: true, pass, keyId: '00000000', genuine: false, findings: [{ reason: 'FORGED' }] },
    { readable: true, pass, keyId: '00000000', genuine: false, findings: [{ reason: 'KEY', isKeyUnknown: true }] },
    { readable: true, pass, keyId: '00000000', genuine: true, findings: [] },
    { readable: true, pass, keyId: '00000000', genuine: true, findings: some(CURRENT).map(reason => ({ reason })) }
  ])
}

function anyContext(): EntryContext {
  const at = epochSeconds(NOON + below(86_400))
  const recent = Array.from({ length: below(4) }, () => ({
    serial: SAMPLE_PASS.serial,
    direction: one(['in', 'out'] as const),
    at: epochSeconds(at - below(3 * 86_400)),
    isExempt: random() < 0.3
  }))
  return {
    at,
    presented: one(PRESENTED),
    site: 7,
    direction: one(['in', 'out'] as const),
    recent,
    temperature: maybe(() => 330 + below(110)),
    statusAsOf: maybe(() => epochSeconds(at - below(5 * 86_400))),
    stayMinutes: maybe(() => below(600)),
    purpose: maybe(() => one(PURPOSES)),
    plate: maybe(() => one(['鄂A12345', '鲁A12345']))
  }
}

const anyPolicy = (): GatePolicy => ({
  ...DEFAULT_POLICY,
  acceptedKinds: some(KINDS),
  acceptedSites: some([8]),
  directions: maybe(() => some(['in', 'out'] as const)),
  openHours: maybe(() => [window()]),
  closure: maybe(() => ({ ...window(), exemptKinds: some(KINDS) })),
  quota: maybe(() => ({ maxExits: below(3), perDays: 1 + below(3) })),
  maxStayMinutes: maybe(() => below(600)),
  temperature: { ...DEFAULT_POLICY.temperature, required: random() < 0.5 },
  watchedPlates: some([{ prefix: '鄂', notice: '登记' }])
})

/** Either there is a code, or somebody or something without one. */
const anyCase = (): Case => {
  const [verification, context] = [anyVerification(), anyContext()]
  const presented = verification === NO_CODE ? one(PRESENTED.filter(name => name !== 'code')) : 'code'
  return { verification, context: { ...context, presented }, policy: anyPolicy() }
}
const cases: readonly Case[] = Array.from({ length: CASES }, anyCase)
const judge = ({ verification, context, policy }: Case) => decide(verification, context, policy)
const severity = (some: Case): number => severityOf(judge(some).verdict)
/** Names the first cases that do not hold, so that one can be looked at. */
const broken = (holds: (some: Case) => boolean): string[] =>
  cases
    .filter(some => !holds(some))
    .slice(0, 2)
    .map(some => JSON.stringify({ ...some, decision: judge(some) }))

t.test(`the verdict is the severest finding, the headline the first of that severity (seed ${SEED})`, async t => {
  t.same(
    broken(some => {
      const { verdict, headline, findings } = judge(some)
      const severities = findings.map(finding => severityOf(finding.verdict))
      return findings.length === 0
        ? verdict === 'PASS' && headline === 'OK'
        : severityOf(verdict) === Math.max(...severities) &&
            findings.find(finding => finding.verdict === verdict)?.reason === headline &&
            severities.every((severity, index) => index === 0 || severity <= (severities[index - 1] ?? 0))
    }),
    []
  )
})

t.test('another thing found against a pass never makes its verdict milder', async t => {
  const worse = (some: Case, reason: Reason): Case => {
    const { verification } = some
    return verification.genuine
      ? { ...some, verification: { ...verification, findings: [...verification.findings, { reason }] } }
      : some
  }
  t.same(
    broken(some => CURRENT.every(reason => severity(worse(some, reason)) >= severity(some))),
    []
  )
})

t.test('the order of the checks changes neither the verdict nor what is found, only what is named first', async t => {
  t.same(
    broken(some => {
      if (some.context.presented === 'emergency') return true
      const pass = some.verification.readable && some.verification.genuine ? some.verification.pass : null
      const backwards = GATE_CHECKS.toReversed().flatMap(check => check({ ...some, pass }) ?? [])
      const { verdict, findings } = judge(some)
      const names = (list: readonly { reason: Reason; verdict: string }[]): string =>
        list
          .map(({ reason, verdict }) => `${reason} ${verdict}`)
          .sort()
          .join()
      const worst = Math.max(0, ...backwards.map(finding => severityOf(finding.verdict)))
      return names(backwards) === names(findings) && worst === severityOf(verdict)
    }),
    []
  )
})

t.test('an emergency passes, whatever the policy, the hour and the thermometer say', async t => {
  t.same(
    broken(some => judge({ ...some, context: { ...some.context, presented: 'emergency' } }).verdict === 'PASS'),
    []
  )
})

t.test('a drill never opens a gate', async t => {
  t.same(
    broken(some => {
      const { verification, context } = some
      if (!verification.genuine || verification.pass.kind !== 'drill' || context.presented === 'emergency') return true
      return judge(some).verdict === 'STOP'
    }),
    []
  )
})

t.test(
  'a resident on the way home is stopped by what was decided about the person, never by a rule or by the technology',
  async t => {
    const ALLOWED: readonly Reason[] = ['REVOKED', 'SUPERSEDED', 'FEVER']
    t.same(
      broken(some => {
        const { comesHome, findings } = judge(some)
        return !comesHome || findings.every(({ verdict, reason }) => verdict !== 'STOP' || ALLOWED.includes(reason))
      }),
      []
    )
  }
)

t.test('a stricter policy is never milder', async t => {
  const stricter: readonly ((policy: GatePolicy) => GatePolicy)[] = [
    policy => ({ ...policy, quota: policy.quota === null ? { maxExits: 1, perDays: 2 } : { ...policy.quota, maxExits: 0 } }),
    policy => ({ ...policy, closure: { fromMinute: 0, toMinute: 1440 } }),
    policy => ({ ...policy, openHours: [] }),
    policy => ({ ...policy, directions: [] }),
    policy => ({ ...policy, acceptedKinds: [] }),
    policy => ({ ...policy, maxStayMinutes: 0 }),
    policy => ({ ...policy, temperature: { ...policy.temperature, required: true } })
  ]
  t.same(
    broken(some => stricter.every(change => severity({ ...some, policy: change(some.policy) }) >= severity(some))),
    []
  )
})

t.test('a watched plate and a purpose that is not asked about change nothing', async t => {
  t.same(
    broken(some => {
      const { notices: _notices, ...decision } = judge(some)
      const { notices, ...unwatched } = judge({ ...some, policy: { ...some.policy, watchedPlates: [] } })
      return notices.length === 0 && JSON.stringify(decision) === JSON.stringify(unwatched)
    }),
    []
  )
})
