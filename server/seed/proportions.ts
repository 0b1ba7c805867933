import { apportion } from './random.ts'

/** A subdistrict in early 2020, as it was reported; every number is for scale 1. */
const SUBDISTRICT = {
  households: 106_907,
  people: 275_784,
  sites: 133,
  gates: 160,
  sharedRentals: 6_396,
  sharedTenants: 26_361,
  vacant: 1_500,
  fromHubei: 359,
  fromOtherProvinces: 8_040,
  fromAbroad: 86,
  fromHkMacaoTaiwan: 30,
  workCards: 5_200,
  vehiclePasses: 8_500
}
/** The community that was described most closely: young, in apartments, 1.76 people a household. */
const PHOENIX = { households: 8_216, people: 14_500, sites: 7, grids: 33 }
export const COMMUNITIES = 28
/** A grid worker looks after about this many households. */
export const HOUSEHOLDS_PER_GRID = 200

export type CommunityPlan = {
  readonly index: number
  readonly households: number
  readonly people: number
  readonly sites: number
  readonly sharedRentals: number
  readonly sharedTenants: number
  readonly vacant: number
  readonly grids: number
}
export type Plan = {
  readonly communities: readonly CommunityPlan[]
  readonly gates: number
  readonly people: number
  readonly households: number
  readonly arrivals: { readonly hubei: number; readonly province: number; readonly abroad: number; readonly region: number }
  readonly workCards: number
  readonly vehiclePasses: number
}

/** Everything by scale; few communities stay where few people are left. */
export function planFor(scale: number): Plan {
  const of = (count: number): number => Math.max(1, Math.round(count * scale))
  const number = Math.max(2, Math.min(COMMUNITIES, Math.round(COMMUNITIES * Math.sqrt(scale))))
  const others = Array.from({ length: number - 1 }, (_, index) => 1 + ((index * 7) % 5) / 10)
  const first = { households: of(PHOENIX.households), people: of(PHOENIX.people), sites: Math.max(2, of(PHOENIX.sites)) }
  const share = (total: number, own: number): number[] => [own, ...apportion(Math.max(0, total - own), others)]
  const households = share(of(SUBDISTRICT.households), first.households)
  const people = share(of(SUBDISTRICT.people), first.people)
  const sites = share(Math.max(number + 1, of(SUBDISTRICT.sites)), first.sites)
  const rentals = share(of(SUBDISTRICT.sharedRentals), Math.round(first.households * 0.04))
  const tenants = apportion(
    of(SUBDISTRICT.sharedTenants),
    rentals.map(count => count + 1e-9)
  )
  const vacant = share(of(SUBDISTRICT.vacant), Math.round(first.households * 0.01))
  const communities = households.map(
    (count, index): CommunityPlan => ({
      index,
      households: count,
      people: people[index] as number,
      sites: Math.max(1, sites[index] as number),
      sharedRentals: rentals[index] as number,
      sharedTenants: tenants[index] as number,
      vacant: vacant[index] as number,
      grids: index === 0 ? Math.max(1, of(PHOENIX.grids)) : Math.max(1, Math.round(count / HOUSEHOLDS_PER_GRID))
    })
  )
  return {
    communities,
    gates: of(SUBDISTRICT.gates),
    households: of(SUBDISTRICT.households),
    people: of(SUBDISTRICT.people),
    arrivals: {
      hubei: of(SUBDISTRICT.fromHubei),
      province: of(SUBDISTRICT.fromOtherProvinces),
      abroad: of(SUBDISTRICT.fromAbroad),
      region: of(SUBDISTRICT.fromHkMacaoTaiwan)
    },
    workCards: of(SUBDISTRICT.workCards),
    vehiclePasses: of(SUBDISTRICT.vehiclePasses)
  }
}
