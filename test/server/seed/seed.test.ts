import { join } from 'node:path'
import t from 'tap'
import { parseDocument } from '../../../shared/identity/detect-document.ts'
import { parsePlate } from '../../../shared/identity/plate.ts'
import { addressKey, parseAddress } from '../../../shared/register/address.ts'
import { OPERATOR } from '../../../server/domain/context.ts'
import { searchRegister } from '../../../server/domain/register/search-register.ts'
import { initialise } from '../../../server/domain/initialise.ts'
import { openRuntime } from '../../../server/runtime.ts'
import { fillRegister } from '../../../server/seed/fill-register.ts'
import { generateHouseholds, type SeedHousehold } from '../../../server/seed/generate.ts'
import { passWishes } from '../../../server/seed/passes.ts'
import { makePlaces } from '../../../server/seed/places.ts'
import { planFor } from '../../../server/seed/proportions.ts'
import { apportion, seededRandom, sizesOf } from '../../../server/seed/random.ts'

const TODAY = { year: 2026, month: 11, day: 24 }
const PLAN = planFor(0.01)
const households = [...generateHouseholds(PLAN, 7)]
const lived = households.filter(({ people }) => people.length > 0)
const text = (all: Iterable<SeedHousehold>): string => JSON.stringify([...all])

t.test('the same seed gives the same people, byte for byte, another seed others', async t => {
  t.equal(text(generateHouseholds(PLAN, 7)), text(households))
  t.not(text(generateHouseholds(PLAN, 8)), text(households))
})

t.test('there are as many households and people as reported, in proportion', async t => {
  t.equal(lived.length, 1_069)
  const numbers = lived.flatMap(({ people }) => people.map(({ data }) => data.document?.number))
  t.equal(new Set(numbers).size, 2_758, 'nobody twice but the person of two households')
  t.equal(numbers.length, 2_759)
  const shared = lived.filter(({ tenure }) => tenure === 'group-rent')
  t.equal(shared.length, 64 + 1, 'shared rentals and the one of the building workers')
  const arrived = (from: string) => lived.flatMap(({ people }) => people).filter(({ data }) => data.arrival?.from === from).length
  t.equal(arrived('hubei'), 4 + 1)
  t.equal(arrived('other-province'), 80)
  t.equal(planFor(1).communities.length, 28)
  t.same(
    ['households', 'people', 'sites'].map(key => planFor(1).communities.reduce((sum, plan) => sum + plan[key as 'people'], 0)),
    [106_907, 275_784, 133]
  )
})

t.test('every number, plate and door is well-formed, and no telephone can ring', async t => {
  for (const { people, vehicles, address, site } of households) {
    t.ok(parseAddress(address).ok && site > 0)
    for (const { plate } of vehicles) t.ok(parsePlate(plate).ok, plate)
    for (const { data } of people) {
      if (data.phone !== null) t.match(data.phone, /^154\d{8}$/)
      const { type, country, number } = data.document ?? { type: 'citizen-id', country: '', number: '' }
      t.ok(parseDocument(number, TODAY, type === 'passport' ? { type, country } : { type }).ok, number)
      if (type === 'citizen-id') t.match(number, /^(370101|420101)/)
    }
  }
  const doors = households.map(({ site, address }) => `${site} ${addressKey(address)}`)
  t.equal(new Set(doors).size, doors.length)
})

t.test('the traps are there', async t => {
  const people = lived.flatMap(household => household.people.map(({ data }) => ({ ...data, household })))
  const has = (what: string, found: boolean): void => void t.ok(found, what)
  has(
    'one name twice in a household',
    lived.some(({ people: own }) => new Set(own.map(({ data }) => data.name)).size < own.length)
  )
  const births = (own: SeedHousehold['people']) => own.map(({ data }) => data.document?.number.slice(6, 14))
  has(
    'twins',
    lived.some(({ people: own }) => own.length === 4 && new Set(births(own)).size === 3)
  )
  for (const name of ['欧阳明月', '𠮷田', '阿卜杜拉·买买提', 'KIM MIN JUN'])
    has(
      name,
      people.some(one => one.name === name)
    )
  has(
    'a number that ends with X',
    people.some(({ document }) => document?.number.endsWith('X') === true)
  )
  has(
    'nobody answers the phone',
    lived.some(({ outcome }) => outcome === 'empty-number')
  )
  has(
    'a household with a returnee',
    people.some(({ arrival }) => arrival?.from === 'hubei')
  )
  has(
    'five building workers',
    lived.some(({ people: own }) => own.filter(({ data }) => data.note?.includes('工地')).length === 5)
  )
  has(
    'a plate of a new-energy car',
    lived.some(({ vehicles }) => vehicles.some(({ kind }) => kind.startsWith('new-energy')))
  )
})

t.test('parts add up and sizes stay within their limits', async t => {
  const random = seededRandom(3)
  for (let round = 0; round < 200; round++) {
    const weights = Array.from({ length: 1 + random.below(9) }, () => 1 + random.below(50))
    const total = random.below(1_000)
    t.equal(
      apportion(total, weights).reduce((a, b) => a + b, 0),
      total
    )
    const count = 1 + random.below(50)
    const sum = count + random.below(7 * count)
    const sizes = sizesOf(random, count, sum, [1, 2, 3, 8], [1, 1, 1, 1])
    t.equal(
      sizes.reduce((a, b) => a + b, 0),
      sum
    )
    t.ok(sizes.every(size => size >= 1 && size <= 8))
  }
})

t.test('it is stored with its passes, found, and never put over another register', async t => {
  const dataDir = t.testdir()
  const plan = planFor(0.005)
  const runtime = await openRuntime({
    dataDir: join(dataDir, 'data'),
    masterKey: { kind: 'data', dir: join(dataDir, 'data') },
    publicUrl: 'http://localhost',
    onBusError: console.error
  })
  t.teardown(() => runtime.close())
  const { ctx } = runtime
  await initialise(ctx, { name: '测试街道', nameEn: 'Test' })
  const places = await makePlaces(ctx, plan)
  const wishes = passWishes(ctx, plan)
  const filled = await fillRegister(ctx, places, generateHouseholds(plan, 1), household => wishes.take(household))
  t.match(filled, { households: 535, people: 1_379 })
  const passes = await wishes.issue()
  const stored = await ctx.storage.passes({ community: null, limit: 1_000 })
  t.equal(stored.length, passes)
  t.ok(stored.some(({ status }) => status === 'superseded') && stored.some(({ endsAt }) => endsAt < ctx.env.now() / 1000))
  const commuter = await searchRegister(ctx, OPERATOR, 'zhaoguoqiang')
  t.equal(commuter.items.length, 2, 'one person in two households')
  t.equal(new Set(commuter.items.map(({ person }) => person)).size, 1)
  await t.rejects(fillRegister(ctx, places, generateHouseholds(plan, 1), () => undefined))
})
