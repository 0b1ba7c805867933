import { ok } from '../../../shared/result.ts'
import type { Page } from '../../../shared/schema/common.ts'
import type { FieldChange, HouseholdQuery, HouseholdSheet, HouseholdSummary, Revision } from '../../../shared/schema/register.ts'
import type { HouseholdRow, MemberOf, RevisionRow } from '../../ports/register-storage.ts'
import { type Context, mayTouch, type Outcome, refused, type Staff } from '../context.ts'
import { visibleSites } from '../directory.ts'
import { DEFAULT_PAGE } from '../read-passes.ts'
import type { Need } from '../../../shared/register/words.ts'
import { tokenOf } from './search-tokens.ts'
import { openChanges, openPerson } from './records.ts'
import { readStored, type StoredMember, type StoredSheet } from './stored-sheet.ts'

/** Shown of a household's life; older revisions stay stored. */
const MAX_REVISIONS = 200

export async function listHouseholds(
  ctx: Context,
  staff: Staff,
  query: HouseholdQuery
): Promise<Outcome<Page<HouseholdSummary>>> {
  const { cursor, limit = DEFAULT_PAGE, need, ...filter } = query
  const after = cursor === undefined ? undefined : parseCursor(cursor)
  if (after === null) return refused('invalid-field', '/cursor')
  const sites = filter.site === undefined ? null : await visibleSites(ctx, staff)
  if (filter.site !== undefined && sites !== null && !sites.includes(filter.site)) return refused('site-unknown', '/site')
  const rows = await ctx.storage.households({
    community: staff.community,
    ...filter,
    ...(need === undefined ? {} : { tokens: await needTokens(ctx, staff, need) }),
    ...(after === undefined ? {} : { after }),
    limit: limit + 1
  })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const members = Map.groupBy(await ctx.storage.membersOf(page.map(({ id }) => id)), ({ household }) => household)
  return ok({
    items: page.map(row => summaryOf(ctx, row, members.get(row.id) ?? [])),
    next: rows.length > limit && last !== undefined ? `${last.site}.${last.addressKey}` : null
  })
}

/** Of every community that is looked at: a word is another one in each. */
async function needTokens(ctx: Context, staff: Staff, need: Need): Promise<string[]> {
  const communities = staff.community === null ? (await ctx.storage.communities()).map(({ id }) => id) : [staff.community]
  return communities.map(community => tokenOf(ctx.signer, community, `need:${need}`))
}

/** Opening a sheet shows full numbers: it is written down who did. */
export async function readSheet(ctx: Context, staff: Staff, id: number): Promise<Outcome<HouseholdSheet>> {
  const stored = await readStored(ctx, staff, id)
  if (!stored.ok) return stored
  await ctx.storage.audit({ at: ctx.env.now(), actor: staff.id, action: 'view-household', object: String(id), detail: '' })
  return ok(sheetOf(stored.value))
}

export async function readHistory(ctx: Context, staff: Staff, id: number): Promise<Outcome<{ items: Revision[] }>> {
  const household = await ctx.storage.household(id)
  if (household === null || !mayTouch(staff, household.community)) return refused('not-found')
  await ctx.storage.audit({ at: ctx.env.now(), actor: staff.id, action: 'view-history', object: String(id), detail: '' })
  return ok({ items: (await ctx.storage.revisions(id, MAX_REVISIONS)).map(row => revisionOf(ctx, row)) })
}

const placeOf = (row: HouseholdRow) => ({
  id: row.id,
  community: row.community,
  site: row.site,
  building: row.building,
  unit: row.unit,
  room: row.room,
  tenure: row.tenure,
  grid: row.grid,
  version: row.version,
  verified:
    row.verifiedAt === null || row.verifiedHow === null
      ? null
      : { at: row.verifiedAt, by: row.verifiedBy ?? '', how: row.verifiedHow, outcome: row.outcome }
})

const summaryOf = (ctx: Context, row: HouseholdRow, members: readonly MemberOf[]): HouseholdSummary => ({
  ...placeOf(row),
  people: row.people,
  names: members.map(({ body }) => openPerson(ctx.signer, body).name)
})

const sheetOf = ({ household, data, members, vehicles }: StoredSheet): HouseholdSheet => ({
  ...placeOf(household),
  landlord: data.landlord,
  note: data.note,
  members: members.map(memberOf),
  vehicles: vehicles.map(({ plate, kind, note }) => ({ plate, kind, note }))
})

const memberOf = ({ row, data }: StoredMember): HouseholdSheet['members'][number] => ({
  person: row.id,
  ...data,
  needs: [...data.needs],
  relation: row.relation,
  birthYear: row.birthYear,
  elsewhere: row.elsewhere
})

const revisionOf = (ctx: Context, row: RevisionRow): Revision => ({
  version: row.version,
  at: row.at,
  by: row.actorName,
  how: row.how,
  outcome: row.outcome,
  changes: row.changes === null ? [] : openChanges<FieldChange[]>(ctx.signer, row.changes)
})

export const parseCursor = (cursor: string): { site: number; addressKey: string } | null => {
  const match = /^(\d{1,5})\.(.{3,100})$/u.exec(cursor)
  return match === null ? null : { site: Number(match[1]), addressKey: match[2] as string }
}
