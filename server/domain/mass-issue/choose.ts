import type { MassExclusion, MassFilter } from '../../../shared/schema/mass-issue.ts'
import type { MassChoice, PassOf } from '../../ports/mass-issue-storage.ts'
import type { HouseholdRow, MemberOf } from '../../ports/register-storage.ts'
import type { Context } from '../context.ts'
import { keysOfCar, keysOfMember, standing } from './standing.ts'

export type Chosen = { readonly choices: MassChoice[]; readonly excluded: Map<MassExclusion, number> }

type Candidate = { readonly choice: Omit<MassChoice, 'replaces'>; readonly passes: readonly PassOf[] }

/** Households read at a time. */
const STEP = 500

/** Who gets a pass and who does not, and why; read in steps, so that a whole community never waits in memory. */
export async function choose(ctx: Context, filter: MassFilter): Promise<Chosen> {
  const chosen: Chosen = { choices: [], excluded: new Map() }
  const now = Math.floor(ctx.env.now() / 1000)
  const renewUntil = now + (filter.renewWithinHours ?? 0) * 3600
  const exclude = (reason: MassExclusion): void => void chosen.excluded.set(reason, (chosen.excluded.get(reason) ?? 0) + 1)
  let after: { site: number; addressKey: string } | undefined
  for (;;) {
    const { community, site, building } = filter
    const households = await ctx.storage.households({
      community,
      ...(site === undefined ? {} : { site }),
      ...(building === undefined ? {} : { building }),
      ...(after === undefined ? {} : { after }),
      limit: STEP
    })
    const last = households.at(-1)
    if (last === undefined) return chosen
    after = { site: last.site, addressKey: last.addressKey }
    for (const { choice, passes } of await candidatesOf(ctx, filter, households, now, exclude)) {
      const verdict = standing(passes, renewUntil)
      if (verdict.kind === 'exclude') exclude(verdict.reason)
      else chosen.choices.push({ ...choice, replaces: verdict.replaces })
    }
  }
}

async function candidatesOf(
  ctx: Context,
  filter: MassFilter,
  households: readonly HouseholdRow[],
  now: number,
  exclude: (reason: MassExclusion) => void
): Promise<Candidate[]> {
  const { kind } = filter
  const ids = households.map(({ id }) => id)
  if (kind === 'vehicle') {
    const cars = await ctx.storage.vehiclesOf(ids)
    const passes = await ctx.storage.standingPasses(kind, cars.map(keysOfCar), now)
    return cars.map((car, at) => ({
      choice: { household: car.household, person: null, vehicle: car.id },
      passes: passes[at] ?? []
    }))
  }
  // Who belongs to two households, however far apart, gets one pass of his own.
  const meant = kind === 'person' ? await ctx.storage.membersOnce(ids, filter) : firstOfEach(await ctx.storage.membersOf(ids))
  for (const household of kind === 'household' ? households : [])
    if (!meant.some(member => member.household === household.id)) exclude('nobody')
  const passes = await ctx.storage.standingPasses(kind, meant.map(keysOfMember), now)
  return meant.map((member, at) => ({
    choice: { household: member.household, person: member.person, vehicle: null },
    passes: passes[at] ?? []
  }))
}

/** The first of each household, in the order of its sheet. */
export const firstOfEach = (members: readonly MemberOf[]): MemberOf[] =>
  [...Map.groupBy(members, ({ household }) => household).values()].flatMap(([first]) => (first === undefined ? [] : [first]))
