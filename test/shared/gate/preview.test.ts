import t from 'tap'
import { DEFAULT_POLICY, type GatePolicy } from '../../../shared/gate/policy.ts'
import { differingFields, previewChanges, RULE_FIELDS } from '../../../shared/gate/preview.ts'
import { PROFILES } from '../../../shared/gate/profiles.ts'
import { epochSeconds } from '../../../shared/time.ts'

const HIGH = { ...DEFAULT_POLICY, ...PROFILES.high }
const at = (policy: GatePolicy, from: number, gates: string[] | null = null, until: number | null = null): GatePolicy => ({
  ...policy,
  gates,
  effectiveFrom: epochSeconds(from),
  effectiveUntil: until === null ? null : epochSeconds(until)
})
const shown = (before: GatePolicy[], after: GatePolicy[], gates: string[], now = 1_000): string[] =>
  previewChanges(before, after, gates, epochSeconds(now)).map(
    ({ gates, from, until, fields }) => `${gates.join('+')} ${from}–${until ?? ''} ${fields.join()}`
  )
const general = at(DEFAULT_POLICY, 0)
const stay = at({ ...DEFAULT_POLICY, maxStayMinutes: 60 }, 2_000)

t.test('every rule of a policy has a place in the preview', async t => {
  const { gates: _gates, effectiveFrom: _from, effectiveUntil: _until, ...rules } = DEFAULT_POLICY
  t.same([...RULE_FIELDS].sort(), Object.keys(rules).sort())
})

t.test('two policies differ in what they rule, not in the order in which it is written', async t => {
  t.same(differingFields(DEFAULT_POLICY, { ...DEFAULT_POLICY, acceptedKinds: DEFAULT_POLICY.acceptedKinds.toReversed() }), [])
  t.same(differingFields(DEFAULT_POLICY, { ...DEFAULT_POLICY, acceptedKinds: ['person'] }), ['acceptedKinds'])
  t.same(differingFields(DEFAULT_POLICY, { ...HIGH, acceptedKinds: DEFAULT_POLICY.acceptedKinds }), [
    'closure',
    'quota',
    'maxStayMinutes',
    'temperature',
    'staleness',
    'override'
  ])
})

t.test('gates with the same change stand together', async t => {
  t.same(shown([general], [general, stay], ['north', 'south']), ['north+south 2000– maxStayMinutes'])
})

t.test('a gate with rules of its own does not change with the general ones', async t => {
  const own = at(HIGH, 500, ['north'])
  t.same(shown([general, own], [general, own, stay], ['north', 'south']), ['south 2000– maxStayMinutes'])
  t.same(shown([own], [own, stay], ['north']), [])
})

t.test('a policy with an end changes something until then', async t => {
  const weekend = at({ ...DEFAULT_POLICY, repeatSeconds: 60 }, 2_000, ['north'], 3_000)
  t.same(shown([general], [general, weekend], ['north']), ['north 2000–3000 repeatSeconds'])
})

t.test('what is planned already takes over at its time', async t => {
  const planned = at(HIGH, 5_000)
  t.same(shown([general, planned], [general, planned, stay], ['north']), ['north 2000–5000 maxStayMinutes'])
})

t.test('a correction of what is to come changes from that time on', async t => {
  const corrected = at({ ...DEFAULT_POLICY, maxStayMinutes: 90 }, 2_000)
  t.same(shown([general, stay], [general, stay, corrected], ['north']), ['north 2000– maxStayMinutes'])
})

t.test('an end brings back what counted before', async t => {
  const own = at({ ...DEFAULT_POLICY, quota: { maxExits: 1, perDays: 2 } }, 500, ['north'])
  t.same(shown([general, own], [general, { ...own, effectiveUntil: epochSeconds(1_000) }], ['north', 'south']), [
    'north 1000– quota'
  ])
})

t.test('what is over and what only repeats the rules changes nothing', async t => {
  t.same(shown([general], [general, at(DEFAULT_POLICY, 2_000)], ['north']), [])
  t.same(shown([general], [general, at(HIGH, 100, ['north'], 900)], ['north']), [])
})
