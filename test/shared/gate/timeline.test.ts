import t from 'tap'
import { DEFAULT_POLICY, type GatePolicy } from '../../../shared/gate/policy.ts'
import { policyFault } from '../../../shared/gate/policy-fault.ts'
import { PROFILES, RISKS } from '../../../shared/gate/profiles.ts'
import { policiesFrom, timeline } from '../../../shared/gate/timeline.ts'
import { epochSeconds } from '../../../shared/time.ts'

const policy = (repeatSeconds: number, from: number, gates: string[] | null, until: number | null = null): GatePolicy => ({
  ...DEFAULT_POLICY,
  repeatSeconds,
  gates,
  effectiveFrom: epochSeconds(from),
  effectiveUntil: until === null ? null : epochSeconds(until)
})
const shown = (policies: GatePolicy[], gate: string, from: number): string =>
  timeline(policies, gate, epochSeconds(from))
    .map(segment => `${segment.from}:${segment.policy.repeatSeconds}`)
    .join(' ')

t.test('the rules of a gate, one after the other, from a moment on', async t => {
  const policies = [policy(1, 0, null), policy(2, 100, null), policy(3, 50, ['north'], 80), policy(4, 200, ['north'])]
  t.equal(shown(policies, 'west', 0), '0:1 100:2')
  t.equal(shown(policies, 'north', 0), '0:1 50:3 80:1 100:2 200:4')
  t.equal(shown(policies, 'north', 60), '60:3 80:1 100:2 200:4')
  t.equal(shown(policies, 'north', 300), '300:4')
  t.equal(shown([], 'west', 0), '0:120', 'without any policy the default')
})

t.test('gates are told what counts now or later, and not what is over', async t => {
  const policies = [policy(1, 0, null), policy(2, 100, null), policy(3, 50, ['north'], 80), policy(4, 100, null)]
  const numbers = (gates: string[], from: number): number[] =>
    policiesFrom(policies, gates, epochSeconds(from)).map(({ repeatSeconds }) => repeatSeconds)
  t.same(numbers(['north'], 0), [1, 3, 4], 'of two with one date only the later addition')
  t.same(numbers(['north'], 90), [1, 4])
  t.same(numbers(['north'], 100), [4])
  t.same(numbers(['west'], 0), [1, 4])
  t.same(numbers([], 100), [4], 'also for a gate that is yet to be built')
  t.same(policiesFrom([], [], epochSeconds(0)), [DEFAULT_POLICY])
})

t.test('the profiles can be signed as they are, each stricter than the one before', async t => {
  for (const risk of RISKS) t.equal(policyFault({ ...DEFAULT_POLICY, ...PROFILES[risk] }), null, risk)
  t.equal(PROFILES.low.temperature.required, false)
  t.equal(PROFILES.medium.temperature.required, true)
  t.same(PROFILES.high.quota, { maxExits: 1, perDays: 2 })
})
