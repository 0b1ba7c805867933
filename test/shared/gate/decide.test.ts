import t from 'tap'
import { decide, GATE_CHECKS } from '../../../shared/gate/decide.ts'
import type { Presented } from '../../../shared/gate/gate-input.ts'
import { DEFAULT_POLICY, type GatePolicy, policyAt } from '../../../shared/gate/policy.ts'
import type { Purpose } from '../../../shared/log/entry.ts'
import type { PassContent } from '../../../shared/pass/payload.ts'
import { type EpochSeconds, epochSeconds } from '../../../shared/time.ts'
import type { GateDirection } from '../../../shared/trust/trust-bundle.ts'
import { REASONS, type Reason } from '../../../shared/verify/reasons.ts'
import { NO_CODE, type Verification } from '../../../shared/verify/verify.ts'
import { SAMPLE_PASS } from '../../support/pass-factory.ts'
import decisions from '../../vectors/decisions.json' with { type: 'json' }

/** Times are local, in China Standard Time; what is absent is as in the first case: a sound pass, out by day at its own site. */
type DecisionVector = {
  name: string
  at?: string
  readable?: false
  presented?: Presented
  stayMinutes?: number
  genuine?: false
  found?: Reason[]
  pass?: Partial<PassContent>
  direction?: GateDirection
  temperature?: number
  statusAge?: number | null
  recent?: [serial: number, direction: GateDirection, at: string, isExempt?: boolean][]
  purpose?: Purpose
  plate?: string
  /** The finding KEY is that of a key that is not known. */
  keyUnknown?: true
  notices?: string[]
  policy?: Partial<GatePolicy>
  expect: { verdict: string; headline: string; findings: string[] }
}

const VECTORS = decisions as unknown as DecisionVector[]

const local = (time: string): EpochSeconds => epochSeconds(Date.parse(`${time}:00+08:00`) / 1000)

function decideVector({ at = '2020-02-08T09:00', ...vector }: DecisionVector) {
  const verification: Verification =
    vector.presented !== undefined
      ? NO_CODE
      : vector.readable === false
        ? { readable: false, failure: 'prefix', genuine: false, findings: [{ reason: 'UNREADABLE' }] }
        : {
            readable: true,
            pass: { ...SAMPLE_PASS, ...vector.pass },
            keyId: '00000000',
            genuine: vector.genuine ?? true,
            findings: (vector.found ?? []).map(reason => ({ reason, ...(vector.keyUnknown && { isKeyUnknown: true as const }) }))
          }
  const context = {
    at: local(at),
    presented: vector.presented ?? ('code' as const),
    stayMinutes: vector.stayMinutes ?? null,
    site: 7,
    direction: vector.direction ?? 'out',
    recent: (vector.recent ?? []).map(([serial, direction, time, isExempt = false]) => ({
      serial,
      direction,
      at: local(time),
      isExempt
    })),
    purpose: vector.purpose ?? null,
    plate: vector.plate ?? null,
    temperature: vector.temperature ?? null,
    statusAsOf: vector.statusAge === null ? null : epochSeconds(local(at) - (vector.statusAge ?? 60))
  }
  return decide(verification, context, { ...DEFAULT_POLICY, ...vector.policy })
}

t.test('every row of the decision table, and what wins when several hold', async t => {
  for (const vector of VECTORS) {
    const { verdict, headline, findings, notices } = decideVector(vector)
    if (vector.notices !== undefined)
      t.same(
        notices.map(({ notice }) => notice),
        vector.notices,
        `${vector.name}: what staff are told`
      )
    t.same(
      { verdict, headline, findings: findings.map(finding => `${finding.reason} ${finding.verdict}`) },
      vector.expect,
      vector.name
    )
  }
})

t.test('every reason but OK has a case in the table, and every check a part in one', async t => {
  const seen = new Set(VECTORS.flatMap(vector => vector.expect.findings.map(finding => finding.split(' ')[0])))
  t.same([...seen, 'OK'].sort(), Object.keys(REASONS).sort())
  t.equal(GATE_CHECKS.length, Object.keys(REASONS).length - 1)
})

t.test('a drill opens no gate, whatever else holds', async t => {
  for (const vector of VECTORS.filter(({ readable, genuine }) => readable !== false && genuine !== false)) {
    const pass = { ...vector.pass, kind: 'drill' as const, documentTail: null }
    t.equal(decideVector({ ...vector, pass }).verdict, 'STOP', vector.name)
  }
})

t.test('only a genuine pass is handed on, with the age of the status that was used', async t => {
  const [sound] = VECTORS as [DecisionVector]
  t.match(decideVector(sound), { genuine: true, pass: SAMPLE_PASS, asOf: local('2020-02-08T08:59') })
  t.match(decideVector({ ...sound, statusAge: null }), { genuine: true, asOf: null })
  t.match(decideVector({ ...sound, genuine: false, found: ['FORGED'] }), { genuine: false, pass: null })
  t.match(decideVector({ ...sound, readable: false }), { genuine: false, pass: null })
})

t.test('the policy of a gate: its own before the general one, then the latest in force', async t => {
  const policy = (
    effectiveFrom: number,
    gates: string[] | null,
    repeatSeconds: number,
    until: number | null = null
  ): GatePolicy => ({
    ...DEFAULT_POLICY,
    effectiveUntil: until === null ? null : epochSeconds(until),
    effectiveFrom: epochSeconds(effectiveFrom),
    gates,
    repeatSeconds
  })
  const policies = [policy(100, null, 1), policy(300, null, 3), policy(150, ['north'], 2), policy(250, ['north', 'south'], 4)]
  const chosen = (gate: string, at: number): number => policyAt(policies, gate, epochSeconds(at)).repeatSeconds
  t.equal(chosen('west', 100), 1, 'in force from its first second')
  t.equal(chosen('west', 299), 1)
  t.equal(chosen('west', 300), 3)
  t.equal(chosen('north', 149), 1)
  t.equal(chosen('north', 150), 2)
  t.equal(chosen('north', 400), 4, 'a later general one does not beat its own')
  t.equal(chosen('south', 249), 1)
  t.equal(chosen('south', 250), 4)
  t.equal(policyAt(policies, 'west', epochSeconds(99)), DEFAULT_POLICY, 'nothing in force yet')
  t.equal(policyAt([], 'west', epochSeconds(0)), DEFAULT_POLICY)
  t.same(
    policies.map(({ repeatSeconds }) => repeatSeconds),
    [1, 3, 2, 4],
    'the list is left in its order'
  )
  const corrected = [policy(100, null, 1), policy(100, null, 2), policy(200, ['north'], 3, 300)]
  const then = (gate: string, at: number): number => policyAt(corrected, gate, epochSeconds(at)).repeatSeconds
  t.equal(then('west', 100), 2, 'of two with one date the later addition corrects the earlier')
  t.equal(then('north', 299), 3)
  t.equal(then('north', 300), 2, 'after its end the general one applies again')
})

t.test('a resident on the way home is named one', async t => {
  const home = (vector: Partial<DecisionVector>): boolean =>
    decideVector({ ...(VECTORS[0] as DecisionVector), ...vector }).comesHome
  t.equal(home({ direction: 'in' }), true)
  t.equal(home({ direction: 'out' }), false)
  t.equal(home({ direction: 'in', found: ['EXPIRED'] }), true, 'also with a pass that has expired')
  t.equal(home({ direction: 'in', pass: { kind: 'visitor' } }), false)
  t.equal(home({ direction: 'in', pass: { site: 8 } }), false)
  t.equal(home({ direction: 'in', genuine: false, found: ['FORGED'] }), false, 'nobody is a resident by a forged pass')
  t.equal(home({ direction: 'in', presented: 'roster' }), true)
})
