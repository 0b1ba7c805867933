import t from 'tap'
import { stayMinutesOf } from '../../../scanner/check/stay.ts'
import type { RecentEntry } from '../../../shared/gate/gate-input.ts'
import type { PassKind } from '../../../shared/pass/kinds.ts'
import { epochSeconds } from '../../../shared/time.ts'
import { NO_CODE, type Verification } from '../../../shared/verify/verify.ts'

const AT = epochSeconds(1_700_000_000)
const pass = (kind: PassKind, genuine = true): Verification =>
  ({ readable: true, genuine, pass: { kind, serial: 7 }, keyId: '', findings: [] }) as unknown as Verification
const passage = (direction: 'in' | 'out', minutesAgo: number, serial = 7): RecentEntry => ({
  serial,
  direction,
  at: epochSeconds(AT - minutesAgo * 60)
})
const stay = (recent: RecentEntry[], verification = pass('visitor'), direction: 'in' | 'out' = 'out') =>
  stayMinutesOf(verification, direction, recent, AT)

t.test('a visitor who goes out stayed since the last time in', async t => {
  t.equal(stay([passage('in', 250)]), 250)
  t.equal(stay([passage('in', 600), passage('out', 500), passage('in', 30)]), 30)
  t.equal(stay([passage('in', 250), passage('in', 20, 8)]), 250, 'others do not count')
})

t.test('where nobody saw them come in, nothing is held against them', async t => {
  t.equal(stay([]), null)
  t.equal(stay([passage('in', 300), passage('out', 100)]), null, 'left by another gate')
  t.equal(stay([passage('in', -5)]), null, 'from a clock that runs ahead')
})

t.test('only a genuine visitor’s pass that goes out has a stay', async t => {
  const inside = [passage('in', 250)]
  t.equal(stay(inside, pass('person')), null)
  t.equal(stay(inside, pass('visitor', false)), null)
  t.equal(stay(inside, NO_CODE), null)
  t.equal(stay(inside, pass('visitor'), 'in'), null)
})
