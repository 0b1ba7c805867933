import { addressText } from '../../../shared/register/address.ts'
import { ok } from '../../../shared/result.ts'
import type { Page } from '../../../shared/schema/common.ts'
import type {
  AttemptInput,
  ItemDetail,
  ItemQuery,
  ItemView,
  NoteList,
  NoteQuery,
  Reassign
} from '../../../shared/schema/survey.ts'
import type { DoorRow } from '../../ports/survey-storage.ts'
import { type Context, type Outcome, refused, type Staff } from '../context.ts'
import { DEFAULT_PAGE } from '../read-passes.ts'
import { parseCursor } from '../register/read-sheets.ts'
import { attemptNote, storeAttempt } from './note-attempt.ts'
import { reportLink } from './report-link.ts'
import { findRound, openRound } from './rounds.ts'

/** Notes that are printed at once: a worker's list, and half another. */
const MAX_NOTES = 400

export async function listItems(ctx: Context, staff: Staff, id: string, query: ItemQuery): Promise<Outcome<Page<ItemView>>> {
  const round = await findRound(ctx, staff, id)
  if (!round.ok) return round
  const { cursor, limit = DEFAULT_PAGE, worker, ...filter } = query
  const after = cursor === undefined ? undefined : parseCursor(cursor)
  if (after === null) return refused('invalid-field', '/cursor')
  const rows = await ctx.storage.roundItems(id, {
    ...filter,
    ...(worker === undefined ? {} : { worker: worker === 'none' ? null : worker }),
    ...(after === undefined ? {} : { after }),
    limit: limit + 1
  })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const next = rows.length > limit && last !== undefined ? `${last.site}.${last.addressKey}` : null
  return ok({ items: page.map(itemView), next })
}

export const itemView = (row: DoorRow): ItemView => ({
  household: row.household,
  site: row.site,
  building: row.building,
  unit: row.unit,
  room: row.room,
  worker: row.worker,
  standing: row.standing,
  attempts: row.attempts,
  last: row.last,
  nextAt: row.nextAt,
  report: row.report
})

export async function findItem(ctx: Context, round: string, household: number): Promise<DoorRow | null> {
  return (await ctx.storage.roundItems(round, { household, limit: 1 }))[0] ?? null
}

export async function readItem(ctx: Context, staff: Staff, id: string, household: number): Promise<Outcome<ItemDetail>> {
  const round = await findRound(ctx, staff, id)
  if (!round.ok) return round
  const item = await findItem(ctx, id, household)
  if (item === null) return refused('not-found')
  const attempts = await ctx.storage.attempts(id, household)
  return ok({
    ...itemView(item),
    history: attempts.map(row => ({
      id: row.id,
      at: row.at,
      way: row.way,
      outcome: row.outcome,
      nextAt: row.nextAt,
      note: attemptNote(ctx, row),
      by: row.actorName
    })),
    link: round.value.state === 'open' ? reportLink(ctx, item) : null
  })
}

export async function noteAttempt(
  ctx: Context,
  staff: Staff,
  id: string,
  household: number,
  attempt: AttemptInput
): Promise<Outcome<ItemDetail>> {
  const round = await openRound(ctx, staff, id)
  if (!round.ok) return round
  if ((await findItem(ctx, id, household)) === null) return refused('not-found')
  await storeAttempt(ctx, staff, id, household, attempt)
  return readItem(ctx, staff, id, household)
}

/** A list goes to somebody of the same community, or to nobody. */
export async function moveItems(ctx: Context, staff: Staff, id: string, body: Reassign): Promise<Outcome<{ moved: number }>> {
  const round = await openRound(ctx, staff, id)
  if (!round.ok) return round
  const account = body.to === null ? null : await ctx.storage.accountById(body.to)
  if (body.to !== null && (account?.community !== round.value.community || !account.active)) return refused('not-found', '/to')
  if (body.households === undefined && body.from === undefined) return refused('invalid-field', '/from')
  const who = body.households === undefined ? { from: body.from ?? null } : { households: body.households }
  const moved = await ctx.storage.moveItems(id, who, body.to)
  const detail = `${moved} to ${body.to ?? 'nobody'}`
  await ctx.storage.audit({ at: ctx.env.now(), actor: staff.id, action: 'move-doors', object: id, detail })
  return ok({ moved })
}

/** Links for the notes at the doors of those who were not reached yet. */
export async function listNotes(ctx: Context, staff: Staff, id: string, query: NoteQuery): Promise<Outcome<NoteList>> {
  const round = await openRound(ctx, staff, id)
  if (!round.ok) return round
  const open = query.household === undefined ? ({ standing: 'open' } as const) : {}
  const rows = await ctx.storage.roundItems(id, { ...open, ...query, limit: MAX_NOTES + 1 })
  const notes = rows.slice(0, MAX_NOTES)
  const detail = String(notes.length)
  await ctx.storage.audit({ at: ctx.env.now(), actor: staff.id, action: 'print-notes', object: id, detail })
  return ok({
    notes: notes.map(row => ({
      household: row.household,
      site: row.site,
      address: addressText(row),
      link: reportLink(ctx, row)
    })),
    isCut: rows.length > MAX_NOTES
  })
}

/** The old link, wherever it went, opens nothing any more. */
export async function replaceLink(ctx: Context, staff: Staff, id: string, household: number): Promise<Outcome<ItemDetail>> {
  const round = await openRound(ctx, staff, id)
  if (!round.ok) return round
  if ((await ctx.storage.replaceLink(id, household)) === 0) return refused('not-found')
  await ctx.storage.audit({ at: ctx.env.now(), actor: staff.id, action: 'replace-link', object: String(household), detail: id })
  return readItem(ctx, staff, id, household)
}
