import { ok } from '../../../shared/result.ts'
import { parseDivision } from '../../../shared/identity/division.ts'
import type { DivisionInput, GridChange, GridView, NewGrid } from '../../../shared/schema/register.ts'
import { type Context, mayTouch, type Outcome, refused, type Staff } from '../context.ts'
import { newId } from '../ids.ts'

export const listGrids = async (ctx: Context, staff: Staff): Promise<GridView[]> =>
  (await ctx.storage.grids()).filter(({ community }) => mayTouch(staff, community))

export async function addGrid(ctx: Context, staff: Staff, body: NewGrid): Promise<Outcome<GridView>> {
  const exists = (await ctx.storage.communities()).some(({ id }) => id === body.community)
  if (!exists || !mayTouch(staff, body.community)) return refused('community-unknown', '/community')
  return putGrid(ctx, staff, { id: newId(ctx.env), ...body })
}

export async function changeGrid(ctx: Context, staff: Staff, id: string, change: GridChange): Promise<Outcome<GridView>> {
  const grid = (await ctx.storage.grids()).find(one => one.id === id)
  if (grid === undefined || !mayTouch(staff, grid.community)) return refused('not-found')
  return putGrid(ctx, staff, { ...grid, ...change })
}

/** A grid worker is an account of the grid's community. */
async function putGrid(ctx: Context, staff: Staff, grid: GridView): Promise<Outcome<GridView>> {
  const worker = grid.worker === null ? null : await ctx.storage.accountById(grid.worker)
  if (grid.worker !== null && worker?.community !== grid.community) return refused('not-found', '/worker')
  if (!(await ctx.storage.putGrid(grid))) return refused('name-taken', '/name')
  await ctx.storage.audit({ at: ctx.env.now(), actor: staff.id, action: 'put-grid', object: grid.id, detail: '' })
  return ok(grid)
}

export const listDivisions = async (ctx: Context, staff: Staff): Promise<DivisionInput[]> =>
  (await ctx.storage.divisions()).filter(({ community }) => mayTouch(staff, community))

export async function addDivision(ctx: Context, staff: Staff, body: DivisionInput): Promise<Outcome<DivisionInput>> {
  if (!(await ctx.storage.communities()).some(({ id }) => id === body.community))
    return refused('community-unknown', '/community')
  const code = parseDivision(body.code)
  if (!code.ok) return refused('invalid-field', '/code', code.failure)
  if (body.to !== null && body.to <= body.from) return refused('invalid-field', '/to', 'ends before it begins')
  if (!(await ctx.storage.addDivision(body))) return refused('name-taken', '/code')
  await ctx.storage.audit({ at: ctx.env.now(), actor: staff.id, action: 'add-division', object: body.code, detail: '' })
  return ok(body)
}
