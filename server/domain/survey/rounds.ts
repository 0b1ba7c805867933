import { parseAddress } from '../../../shared/register/address.ts'
import { ok } from '../../../shared/result.ts'
import type {
  Coverage,
  FrozenFigures,
  NewRound,
  RoundDetail,
  RoundScope,
  RoundView,
  WorkerView
} from '../../../shared/schema/survey.ts'
import { addTallies, tallyOf } from '../../../shared/survey/coverage.ts'
import { spread } from '../../../shared/survey/spread.ts'
import type { HouseholdRow } from '../../ports/register-storage.ts'
import type { DoorRow, RoundItem, RoundRow } from '../../ports/survey-storage.ts'
import { type Context, mayTouch, type Outcome, refused, type Staff } from '../context.ts'
import { newId } from '../ids.ts'

/** Read at once when a round is made. */
const STEP = 2_000
/** More doors than any community has. */
export const ALL_DOORS = 100_000

/** Who may be given a list: the accounts of a community. */
export async function listWorkers(ctx: Context, staff: Staff): Promise<WorkerView[]> {
  return (await ctx.storage.accounts()).flatMap(({ id, displayName, role, community, active }) =>
    active && community !== null && mayTouch(staff, community) ? [{ id, name: displayName, role, community }] : []
  )
}

export async function addRound(ctx: Context, staff: Staff, body: NewRound): Promise<Outcome<RoundDetail>> {
  const { community, site } = body.scope
  const exists = (await ctx.storage.communities()).some(({ id }) => id === community)
  if (!exists || !mayTouch(staff, community)) return refused('community-unknown', '/scope/community')
  if (site !== undefined && !(await ctx.storage.sites()).some(one => one.number === site && one.community === community))
    return refused('site-unknown', '/scope/site')
  if (site === undefined && body.scope.building !== undefined) return refused('site-unknown', '/scope/site')
  const scope = readScope(body.scope)
  if (!scope.ok) return scope
  if (body.to < body.from) return refused('invalid-field', '/to', 'ends before it begins')
  const items = await itemsOf(ctx, scope.value, body.even)
  if (items.length === 0) return refused('nothing-to-survey', '/scope')
  const round: RoundRow = {
    id: newId(ctx.env),
    community,
    name: body.name,
    from: body.from,
    to: body.to,
    scope: scope.value,
    state: 'open',
    createdAt: ctx.env.now(),
    createdBy: staff.id,
    createdByName: staff.displayName,
    closedAt: null,
    closedByName: null,
    figures: null
  }
  await ctx.storage.addRound(round, items)
  await audit(ctx, staff, 'add-round', round.id, String(items.length))
  return ok(await detailOf(ctx, round))
}

/** 9号楼 is building 9, as the register writes it. */
function readScope({ building, ...scope }: RoundScope): Outcome<RoundScope> {
  if (building === undefined) return ok(scope)
  const parsed = parseAddress({ building, unit: '', room: '1' })
  return parsed.ok ? ok({ ...scope, building: parsed.value.building }) : refused('address-invalid', '/scope/building')
}

/** Doors of the scope as the register has them now, each with whoever asks there. */
async function itemsOf(ctx: Context, scope: RoundScope, even: boolean): Promise<RoundItem[]> {
  const doors: HouseholdRow[] = []
  for (let after: { site: number; addressKey: string } | undefined; ; ) {
    const page = await ctx.storage.households({ ...scope, limit: STEP, ...(after === undefined ? {} : { after }) })
    doors.push(...page)
    after = page.at(-1)
    if (page.length < STEP) break
  }
  const grids = (await ctx.storage.grids()).filter(({ community }) => community === scope.community)
  const workers = (await ctx.storage.accounts())
    .filter(({ role, community, active }) => active && role === 'grid-worker' && community === scope.community)
    .map(({ id }) => id)
  const lists = spread(
    doors.map(({ id, grid, site, building }) => ({ household: id, grid, site, building })),
    grids,
    workers,
    { even }
  )
  return doors.map(({ id }) => ({ household: id, worker: lists.get(id) ?? null }))
}

/** Households that were registered since the round began. */
export async function extendRound(ctx: Context, staff: Staff, id: string): Promise<Outcome<RoundDetail>> {
  const round = await openRound(ctx, staff, id)
  if (!round.ok) return round
  const added = await ctx.storage.addItems(id, await itemsOf(ctx, round.value.scope, false))
  await audit(ctx, staff, 'extend-round', id, String(added))
  return ok(await detailOf(ctx, round.value))
}

export async function listRounds(ctx: Context, staff: Staff): Promise<RoundView[]> {
  const rounds = await ctx.storage.rounds(staff.community)
  return Promise.all(rounds.map(async round => viewOf(round, await figuresOf(ctx, round))))
}

export async function readRound(ctx: Context, staff: Staff, id: string): Promise<Outcome<RoundDetail>> {
  const round = await findRound(ctx, staff, id)
  return round.ok ? ok(await detailOf(ctx, round.value)) : round
}

/** Of another community: as if it were not there. */
export async function findRound(ctx: Context, staff: Staff, id: string): Promise<Outcome<RoundRow>> {
  const round = await ctx.storage.round(id)
  return round === null || !mayTouch(staff, round.community) ? refused('not-found') : ok(round)
}

export async function openRound(ctx: Context, staff: Staff, id: string): Promise<Outcome<RoundRow>> {
  const round = await findRound(ctx, staff, id)
  return round.ok && round.value.state === 'closed' ? refused('round-closed') : round
}

/** The figures as they are at this moment are kept; attempts that come later change nothing in them. */
export async function closeRound(ctx: Context, staff: Staff, id: string): Promise<Outcome<RoundDetail>> {
  const round = await openRound(ctx, staff, id)
  if (!round.ok) return round
  const at = ctx.env.now()
  const figures = figuresAt(at, await ctx.storage.roundItems(id, { limit: ALL_DOORS }))
  if (!(await ctx.storage.closeRound(id, { at, byName: staff.displayName, figures }))) return refused('round-closed')
  await audit(ctx, staff, 'close-round', id, '')
  return readRound(ctx, staff, id)
}

export async function readCoverage(ctx: Context, staff: Staff, id: string): Promise<Outcome<Coverage>> {
  const round = await findRound(ctx, staff, id)
  if (!round.ok) return round
  const doors = await ctx.storage.roundItems(id, { limit: ALL_DOORS })
  const figures = round.value.figures ?? figuresAt(ctx.env.now(), doors)
  return ok({
    state: round.value.state,
    ...figures,
    doors: doors.map(({ household, site, building, unit, room, standing, attempts, report }) => ({
      household,
      site,
      building,
      unit,
      room,
      standing,
      attempts,
      todo: report === 'submitted'
    }))
  })
}

function figuresAt(at: number, doors: readonly DoorRow[]): FrozenFigures {
  const sites = [...Map.groupBy(doors, ({ site }) => site)].map(([site, own]) => ({
    site,
    tally: tallyOf(own.map(({ standing }) => standing))
  }))
  return { at, tally: addTallies(sites.map(({ tally }) => tally)), sites }
}

type Figures = Awaited<ReturnType<Context['storage']['roundLists']>>
const figuresOf = (ctx: Context, { id }: RoundRow): Promise<Figures> => ctx.storage.roundLists(id, ctx.env.now())

async function detailOf(ctx: Context, round: RoundRow): Promise<RoundDetail> {
  const figures = await figuresOf(ctx, round)
  const names = new Map((await ctx.storage.accounts()).map(({ id, displayName }) => [id, displayName]))
  return {
    ...viewOf(round, figures),
    lists: figures.lists.map(list => ({ ...list, name: list.worker === null ? null : (names.get(list.worker) ?? list.worker) }))
  }
}

const viewOf = (round: RoundRow, { lists, toReview }: Figures): RoundView => ({
  id: round.id,
  name: round.name,
  from: round.from,
  to: round.to,
  scope: round.scope,
  state: round.state,
  createdAt: round.createdAt,
  createdBy: round.createdByName,
  closedAt: round.closedAt,
  closedBy: round.closedByName,
  tally: round.figures?.tally ?? addTallies(lists.map(({ tally }) => tally)),
  toReview
})

const audit = (ctx: Context, staff: Staff, action: string, object: string, detail: string): Promise<void> =>
  ctx.storage.audit({ at: ctx.env.now(), actor: staff.id, action, object, detail })
