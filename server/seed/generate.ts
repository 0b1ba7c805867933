import type { Address } from '../../shared/register/address.ts'
import type { ArrivalFrom } from '../../shared/register/words.ts'
import { carMaker } from './cars.ts'
import { doorsOf } from './doors.ts'
import { familyOf, tenantsOf } from './families.ts'
import { aCountry, type PersonMaker, personMaker, type SeedPerson } from './people.ts'
import type { CommunityPlan, Plan } from './proportions.ts'
import { apportion, type Random, seededRandom, sizesOf } from './random.ts'
import { type SeedFamily, trapFamilies } from './traps.ts'

export type SeedHousehold = SeedFamily & {
  readonly community: number
  /** Number of the site within the realm, from 1. */
  readonly site: number
  readonly address: Address
  /** Number of the grid within the community, from 0; null: nobody's. */
  readonly grid: number | null
}

const SHARE_WITH_CAR = 0.35
const FAMILY_SIZES = [1, 2, 3, 4, 5, 6, 7, 8]
const FAMILY_WEIGHTS = [22, 28, 29, 14, 5, 1, 0.6, 0.4]
const SHARED_SIZES = [3, 4, 5, 6, 7, 8]
const SHARED_WEIGHTS = [45, 25, 15, 8, 4, 3]
/** 2020-02-12 and the days after it. */
const FIRST_ARRIVAL_DAY = 12

/** All households of a subdistrict, community by community; the same for the same plan and seed, byte for byte. */
export function* generateHouseholds(plan: Plan, seed: number): Generator<SeedHousehold> {
  const random = seededRandom(seed)
  const maker = personMaker(random)
  const car = carMaker(random)
  const firstTraps = trapFamilies(maker)
  const arrive = arrivalSampler(plan, plan.people - peopleOf(firstTraps), random, maker)
  let site = 1
  for (const community of plan.communities) {
    const traps = community.index === 0 ? firstTraps : []
    const families = familiesOf(community, traps, random, maker, car, arrive)
    const total = community.households + community.vacant
    const perSite = apportion(
      total,
      Array.from({ length: community.sites }, (_, index) => 3 + ((index * 5) % 4))
    )
    let done = 0
    for (const count of perSite) {
      const doors = doorsOf(random)
      for (let index = 0; index < count; index++) {
        const family = families.next().value as SeedFamily
        const address = doors.next().value as Address
        const grid = family.tenure === 'vacant' ? null : Math.floor((done++ * community.grids) / community.households)
        yield { ...family, community: community.index, site, address, grid }
      }
      site++
    }
  }
}

/** Traps first, then everybody else; shared rentals and vacant flats are spread evenly. */
function* familiesOf(
  plan: CommunityPlan,
  traps: readonly SeedFamily[],
  random: Random,
  maker: PersonMaker,
  car: ReturnType<typeof carMaker>,
  arrive: (person: SeedPerson) => SeedPerson
): Generator<SeedFamily> {
  yield* traps
  const households = plan.households - traps.length - plan.sharedRentals
  const people = plan.people - peopleOf(traps) - plan.sharedTenants
  const sizes = sizesOf(random, households, people, FAMILY_SIZES, FAMILY_WEIGHTS)
  const shared = sizesOf(random, plan.sharedRentals, plan.sharedTenants, SHARED_SIZES, SHARED_WEIGHTS)
  const kinds = apportionKinds(households, plan.sharedRentals, plan.vacant)
  for (const kind of kinds) {
    if (kind === 'vacant') yield vacant()
    else if (kind === 'shared') yield rental(random, maker, tenantsOf(random, maker, shared.pop() ?? 3).map(arrive))
    else yield home(random, familyOf(random, maker, sizes.pop() ?? 1).map(arrive), car)
  }
}

/** The person of two households counts once. */
const peopleOf = (families: readonly SeedFamily[]): number =>
  families.reduce((sum, { people, isShared }) => sum + people.length - (isShared ? 1 : 0), 0)

function* apportionKinds(homes: number, shared: number, empty: number): Generator<'home' | 'shared' | 'vacant'> {
  const total = homes + shared + empty
  const passes = (count: number, index: number): boolean =>
    Math.floor(((index + 1) * count) / total) > Math.floor((index * count) / total)
  let left = { shared, empty }
  for (let index = 0; index < total; index++) {
    if (passes(empty, index)) left = { ...left, empty: left.empty - 1 }
    const isVacant = passes(empty, index)
    // Where both fall on one door, the rental takes the next.
    if (isVacant) yield 'vacant'
    else if (left.shared > Math.floor(((total - index - 1) * shared) / total)) {
      left = { ...left, shared: left.shared - 1 }
      yield 'shared'
    } else yield 'home'
  }
}

const vacant = (): SeedFamily => ({
  people: [],
  tenure: 'vacant',
  landlord: null,
  vehicles: [],
  how: 'door',
  outcome: 'no-answer'
})

const rental = (random: Random, maker: PersonMaker, people: readonly SeedPerson[]): SeedFamily => ({
  people,
  tenure: 'group-rent',
  landlord: landlordOf(maker),
  vehicles: [],
  ...contact(random)
})

const home = (random: Random, people: readonly SeedPerson[], car: ReturnType<typeof carMaker>): SeedFamily => {
  const isRented = random.chance(0.2)
  const vehicles = random.chance(SHARE_WITH_CAR) ? [car()] : []
  return {
    people,
    tenure: isRented ? 'rent' : 'own',
    landlord: isRented ? { name: '房东', phone: null } : null,
    vehicles,
    ...contact(random)
  }
}

function landlordOf(maker: PersonMaker): SeedFamily['landlord'] {
  const { data } = maker.make({ age: 55, relation: 'other' })
  return { name: data.name, phone: data.phone }
}

/** A third reported by itself, the rest were called or visited; a few were not reached. */
function contact(random: Random): Pick<SeedFamily, 'how' | 'outcome'> {
  const how = (['self', 'phone', 'door'] as const)[random.weighted([35, 40, 25])] ?? 'door'
  if (how === 'self') return { how, outcome: 'reached' }
  const outcome = (['reached', 'no-answer', 'refused', 'empty-number'] as const)[random.weighted([95, 3, 0.7, 1.3])] ?? 'reached'
  return { how, outcome: outcome === 'empty-number' && how === 'door' ? 'no-answer' : outcome }
}

/** Selection sampling: exactly as many of each as planned, spread over everybody, in one pass. */
function arrivalSampler(plan: Plan, people: number, random: Random, maker: PersonMaker): (person: SeedPerson) => SeedPerson {
  let left = people
  const due = { ...plan.arrivals }
  const on = (): string => `2020-02-${String(FIRST_ARRIVAL_DAY + random.below(17)).padStart(2, '0')}`
  const from = (person: SeedPerson, place: ArrivalFrom): SeedPerson => ({
    ...person,
    data: { ...person.data, arrival: { from: place, on: on() } }
  })
  return person => {
    const ticket = random.below(Math.max(1, left--))
    if (ticket < due.hubei) {
      due.hubei--
      return from(person, 'hubei')
    }
    if (ticket < due.hubei + due.province) {
      due.province--
      return from(person, 'other-province')
    }
    if (ticket < due.hubei + due.province + due.abroad) {
      due.abroad--
      return from(maker.foreigner(aCountry(random), person.relation), 'abroad')
    }
    if (ticket < due.hubei + due.province + due.abroad + due.region) {
      due.region--
      return from(maker.hongKong(person.relation), 'hk-macao-taiwan')
    }
    return person
  }
}
