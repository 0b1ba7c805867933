import { MAX_PRINTED, type PrintChoice } from '../../shared/schema/print.ts'
import { ok } from '../../shared/result.ts'
import type { MassFilter } from '../../shared/schema/mass-issue.ts'
import type { HolderKeys, IssuedPass, PassOf } from '../ports/mass-issue-storage.ts'
import type { HouseholdRow, MemberOf } from '../ports/register-storage.ts'
import { type Context, mayTouch, type Outcome, refused, type Staff } from './context.ts'
import { firstOfEach } from './mass-issue/choose.ts'
import { keysOfCar, keysOfMember } from './mass-issue/standing.ts'
import { openPerson } from './register/records.ts'

/** Households read at a time. */
const STEP = 500
const KINDS: readonly MassFilter['kind'][] = ['household', 'person', 'vehicle']

/**
 * Valid passes to print, door by door as somebody walks: sites, buildings, units and rooms as people count. Refused: what is
 * another community's, nothing, or more than is printed at once.
 */
export async function choosePrinted(ctx: Context, staff: Staff, choice: PrintChoice): Promise<Outcome<IssuedPass[]>> {
  const chosen = await chooserOf(ctx, staff, choice)
  if (!chosen.ok) return chosen
  const passes = await chosen.value()
  if (passes.length === 0) return refused('nothing-to-print')
  return passes.length > MAX_PRINTED ? refused('print-too-large') : ok(passes)
}

/** The same for paper: it is written down who printed how many of what. */
export async function beginPrint(ctx: Context, staff: Staff, choice: PrintChoice): Promise<Outcome<IssuedPass[]>> {
  const chosen = await choosePrinted(ctx, staff, choice)
  if (!chosen.ok) return chosen
  const { massIssue, household, community, ...narrower } = choice
  const object = massIssue ?? household ?? community
  const detail = JSON.stringify({ cards: chosen.value.length, ...narrower })
  await ctx.storage.audit({ at: ctx.env.now(), actor: staff.id, action: 'print-cards', object: String(object), detail })
  return chosen
}

type Chooser = () => Promise<IssuedPass[]>

async function chooserOf(ctx: Context, staff: Staff, choice: PrintChoice): Promise<Outcome<Chooser>> {
  const { massIssue, household, community } = choice
  if ([massIssue, household, community].filter(one => one !== undefined).length !== 1)
    return refused('invalid-field', '/', 'one of massIssue, household, community')
  const now = Math.floor(ctx.env.now() / 1000)
  if (massIssue !== undefined) {
    const issue = await ctx.storage.massIssue(massIssue)
    if (issue === null || !mayTouch(staff, issue.community)) return refused('not-found')
    return ok(() => ctx.storage.passesOfIssue(massIssue, now, MAX_PRINTED + 1))
  }
  if (household !== undefined) {
    const row = await ctx.storage.household(household)
    if (row === null || !mayTouch(staff, row.community)) return refused('not-found')
    return ok(() => passesOf(ctx, [row], KINDS, { now, withoutPhone: false }))
  }
  return await placeChooser(ctx, staff, { ...choice, community: community ?? '' }, now)
}

async function placeChooser(
  ctx: Context,
  staff: Staff,
  choice: PrintChoice & { community: string },
  now: number
): Promise<Outcome<Chooser>> {
  const { community, site, building, kind = 'person', withoutPhone = false } = choice
  const isThere = (await ctx.storage.communities()).some(({ id }) => id === community)
  if (!isThere || !mayTouch(staff, community)) return refused('community-unknown', '/community')
  if (site !== undefined && (await ctx.storage.sites()).find(({ number }) => number === site)?.community !== community)
    return refused('site-unknown', '/site')
  const place = { community, ...(site === undefined ? {} : { site }), ...(building === undefined ? {} : { building }) }
  return ok(async () => {
    const passes = new Map<number, IssuedPass>()
    let after: { site: number; addressKey: string } | undefined
    while (passes.size <= MAX_PRINTED) {
      const rows = await ctx.storage.households({ ...place, ...(after === undefined ? {} : { after }), limit: STEP })
      const last = rows.at(-1)
      if (last === undefined) break
      after = { site: last.site, addressKey: last.addressKey }
      // Somebody of two households has one pass; it goes to the door that comes first.
      for (const pass of await passesOf(ctx, rows, [kind], { now, withoutPhone }))
        if (!passes.has(pass.serial)) passes.set(pass.serial, pass)
    }
    return [...passes.values()]
  })
}

type Wanted = { readonly now: number; readonly withoutPhone: boolean }

/** What is valid of these kinds in these households, in their order. */
async function passesOf(
  ctx: Context,
  households: readonly HouseholdRow[],
  kinds: readonly MassFilter['kind'][],
  { now, withoutPhone }: Wanted
): Promise<IssuedPass[]> {
  const ids = households.map(({ id }) => id)
  const members = await ctx.storage.membersOf(ids)
  const reachable = withoutPhone ? reachablePeople(ctx, members) : NOBODY
  const byHousehold = new Map<number, PassOf[]>()
  for (const kind of kinds) {
    const keys = await holdersOf(ctx, kind, ids, members, reachable)
    for (const [at, passes] of (await ctx.storage.standingPasses(kind, keys, now)).entries()) {
      const household = keys[at]?.household as number
      byHousehold.set(household, [...(byHousehold.get(household) ?? []), ...passes])
    }
  }
  return households.flatMap(({ id, site, building, unit, room }) =>
    (byHousehold.get(id) ?? [])
      .filter(({ status }) => status === 'valid')
      .map(({ serial }) => ({ serial, site, building, unit, room }))
  )
}

type Reachable = { readonly people: ReadonlySet<number>; readonly households: ReadonlySet<number> }
const NOBODY: Reachable = { people: new Set(), households: new Set() }

function reachablePeople(ctx: Context, members: readonly MemberOf[]): Reachable {
  const phones = members.filter(({ body }) => openPerson(ctx.signer, body).phone !== null)
  return { people: new Set(phones.map(({ person }) => person)), households: new Set(phones.map(({ household }) => household)) }
}

async function holdersOf(
  ctx: Context,
  kind: MassFilter['kind'],
  ids: readonly number[],
  members: readonly MemberOf[],
  { people, households }: Reachable
): Promise<HolderKeys[]> {
  if (kind === 'person') return members.filter(({ person }) => !people.has(person)).map(keysOfMember)
  const keys = kind === 'vehicle' ? (await ctx.storage.vehiclesOf(ids)).map(keysOfCar) : firstOfEach(members).map(keysOfMember)
  return keys.filter(({ household }) => !households.has(household))
}
