import { ok } from '../../../shared/result.ts'
import type { MassAction, MassExclusion, MassFilter, MassIssueView, MassPreview } from '../../../shared/schema/mass-issue.ts'
import type { MassIssueRow, MassState } from '../../ports/mass-issue-storage.ts'
import { type Context, mayTouch, type Outcome, refused, type Staff } from '../context.ts'
import { newId } from '../ids.ts'
import { choose } from './choose.ts'

/** From here on a second person has to agree. */
export const APPROVAL_FROM = 200
const SHOWN = 50
/** Of choosing, while the register changes under it and somebody is met twice. */
const MAX_ATTEMPTS = 3

export async function previewMassIssue(ctx: Context, staff: Staff, filter: MassFilter): Promise<Outcome<MassPreview>> {
  const checked = await checkFilter(ctx, staff, filter)
  if (!checked.ok) return checked
  const { choices, excluded } = await choose(ctx, filter)
  const renewals = choices.filter(({ replaces }) => replaces !== null).length
  return ok({ total: choices.length, renewals, excluded: listOf(excluded), needsApproval: choices.length >= APPROVAL_FROM })
}

/** Keeps who was chosen; small ones run at once, large ones wait for a second person. */
export async function createMassIssue(ctx: Context, staff: Staff, filter: MassFilter): Promise<Outcome<MassIssueView>> {
  const checked = await checkFilter(ctx, staff, filter)
  if (!checked.ok) return checked
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const { choices } = await choose(ctx, filter)
    if (choices.length === 0) return refused('nothing-to-issue')
    const row = newRow(ctx, staff, filter, choices.length)
    if (!(await ctx.storage.addMassIssue(row, choices))) continue
    await audit(ctx, staff, 'mass-issue', row)
    return ok(await viewOf(ctx, staff, row))
  }
  throw new Error(`the register of ${filter.community} does not hold still`)
}

function newRow(ctx: Context, staff: Staff, filter: MassFilter, total: number): MassIssueRow {
  const at = ctx.env.now()
  return {
    id: newId(ctx.env),
    community: filter.community,
    filter,
    state: total >= APPROVAL_FROM ? 'awaiting-approval' : 'running',
    total,
    next: 0,
    issued: 0,
    createdBy: staff.id,
    createdByName: staff.displayName,
    createdAt: at,
    approvedBy: null,
    approvedByName: null,
    updatedAt: at
  }
}

export async function listMassIssues(ctx: Context, staff: Staff): Promise<{ items: MassIssueView[] }> {
  const rows = await ctx.storage.massIssues(staff.community, SHOWN)
  return { items: await Promise.all(rows.map(row => viewOf(ctx, staff, row))) }
}

export async function readMassIssue(ctx: Context, staff: Staff, id: string): Promise<Outcome<MassIssueView>> {
  const row = await ctx.storage.massIssue(id)
  return row === null || !mayTouch(staff, row.community) ? refused('not-found') : ok(await viewOf(ctx, staff, row))
}

const ACTIONS: Readonly<Record<MassAction['action'], { from: readonly MassState[]; to: MassState }>> = {
  approve: { from: ['awaiting-approval'], to: 'running' },
  pause: { from: ['running'], to: 'paused' },
  resume: { from: ['paused'], to: 'running' },
  cancel: { from: ['awaiting-approval', 'running', 'paused'], to: 'cancelled' }
}

/** Passes that were issued before a cancellation stay as they are. */
export async function actOnMassIssue(
  ctx: Context,
  staff: Staff,
  id: string,
  { action }: MassAction
): Promise<Outcome<MassIssueView>> {
  const row = await ctx.storage.massIssue(id)
  if (row === null || !mayTouch(staff, row.community)) return refused('not-found')
  if (action === 'approve' && row.createdBy === staff.id) return refused('second-person-needed')
  const { from, to } = ACTIONS[action]
  const approval = action === 'approve' ? { approvedBy: staff.id, approvedByName: staff.displayName } : {}
  if (!(await ctx.storage.changeMassIssue(id, from, to, { at: ctx.env.now(), ...approval }))) return refused('status-conflict')
  await audit(ctx, staff, `mass-issue-${action}`, row)
  return readMassIssue(ctx, staff, id)
}

async function checkFilter(ctx: Context, staff: Staff, { community, site }: MassFilter): Promise<Outcome<null>> {
  const isThere = (await ctx.storage.communities()).some(({ id }) => id === community)
  if (!isThere || !mayTouch(staff, community)) return refused('community-unknown', '/community')
  if (site === undefined) return ok(null)
  const known = (await ctx.storage.sites()).find(({ number }) => number === site)
  return known?.community === community ? ok(null) : refused('site-unknown', '/site')
}

const listOf = (excluded: ReadonlyMap<MassExclusion, number>) =>
  [...excluded].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count)

const viewOf = async (ctx: Context, staff: Staff, row: MassIssueRow): Promise<MassIssueView> => ({
  id: row.id,
  filter: row.filter,
  state: row.state,
  total: row.total,
  issued: row.issued,
  skipped: await ctx.storage.massSkips(row.id),
  createdBy: row.createdByName,
  createdAt: row.createdAt,
  approvedBy: row.approvedByName,
  updatedAt: row.updatedAt,
  mayApprove: row.state === 'awaiting-approval' && row.createdBy !== staff.id
})

const audit = (ctx: Context, staff: Staff, action: string, { id, total }: MassIssueRow): Promise<void> =>
  ctx.storage.audit({ at: ctx.env.now(), actor: staff.id, action, object: id, detail: String(total) })
