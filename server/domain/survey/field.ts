import type {
  Delivered,
  Delivery,
  DeliveryResult,
  FieldDoor,
  FieldPage,
  SheetEdits
} from '../../../shared/schema/survey-field.ts'
import type { FieldRow } from '../../ports/survey-storage.ts'
import { type Context, mayTouch, type Staff } from '../context.ts'
import { readStored } from '../register/stored-sheet.ts'
import { changeFields } from './change-fields.ts'
import { fieldSheetOf } from './field-sheet.ts'
import { storeAttempt } from './note-attempt.ts'

/** Households a page: what a weak network carries in a few seconds. */
const PAGE = 100
/** Changes that a phone brings home late are taken this long after the round was closed. */
const GRACE_MS = 7 * 86_400_000

/** Own households with their sheets, for a phone that will be without a network. */
export async function readField(ctx: Context, staff: Staff, after = 0): Promise<FieldPage> {
  const rows = await ctx.storage.fieldHouseholds(staff.id, after, PAGE + 1)
  const page = rows.slice(0, PAGE)
  const rounds = (await ctx.storage.rounds(staff.community)).filter(({ state }) => state === 'open')
  await ctx.storage.audit({
    at: ctx.env.now(),
    actor: staff.id,
    action: 'download-households',
    object: 'field',
    detail: String(page.length)
  })
  const doors = await Promise.all(page.map(row => doorOf(ctx, staff, row)))
  return {
    rounds: rounds.map(({ id, name, to }) => ({ id, name, to })),
    doors: doors.flatMap(door => door ?? []),
    next: rows.length > PAGE ? (page.at(-1)?.household.id ?? null) : null,
    serverTime: ctx.env.now()
  }
}

async function doorOf(ctx: Context, staff: Staff, { household, item }: FieldRow): Promise<FieldDoor | null> {
  const stored = await readStored(ctx, staff, household.id)
  // A household that moved to another community is nobody's here.
  if (!stored.ok) return null
  return {
    sheet: fieldSheetOf(ctx.signer, stored.value),
    round: item?.round ?? null,
    standing: item?.standing ?? 'open',
    attempts: item?.attempts ?? 0,
    last: item?.last ?? null,
    nextAt: item?.nextAt ?? null,
    reported: item?.report === 'submitted'
  }
}

/** What a phone noted while it was away. Each part has its own answer; the phone keeps what was not kept here. */
export async function takeDelivery(ctx: Context, staff: Staff, { attempts, changes }: Delivery): Promise<Delivered> {
  const results: DeliveryResult[] = []
  // Changes first: an attempt says how the household was reached, which is then the newest that is known.
  for (const change of changes) results.push(await takeChange(ctx, staff, change))
  for (const { household, round, ...attempt } of attempts) {
    const row = await ctx.storage.household(household)
    const isHere = row !== null && mayTouch(staff, row.community) && (await isTheirs(ctx, staff, round, household))
    const done = isHere ? await storeAttempt(ctx, staff, round ?? '', household, attempt) : 'missing'
    results.push(done === 'missing' ? answer(attempt.id, 'not-yours') : answer(attempt.id, 'kept'))
  }
  return { results, serverTime: ctx.env.now() }
}

/** An attempt is a fact of its own: it counts also when the door was given to somebody else in the meantime. */
async function isTheirs(ctx: Context, staff: Staff, round: string | null, household: number): Promise<boolean> {
  if (round === null) return ctx.storage.isFieldHousehold(staff.id, household, ctx.env.now() - GRACE_MS)
  const known = await ctx.storage.round(round)
  if (known === null || !mayTouch(staff, known.community)) return false
  return (await ctx.storage.roundItems(round, { household, limit: 1 })).length > 0
}

async function takeChange(ctx: Context, staff: Staff, change: SheetEdits): Promise<DeliveryResult> {
  const { id, household, edits, known, how } = change
  const isOwn = await ctx.storage.isFieldHousehold(staff.id, household, ctx.env.now() - GRACE_MS)
  if (!isOwn) return answer(id, (await ctx.storage.isDelivered(id)) ? 'kept' : 'not-yours')
  const contact = { how, outcome: 'reached' as const }
  const done = (await ctx.storage.isDelivered(id))
    ? ({ kind: 'kept' } as const)
    : await changeFields(ctx, staff, { household, edits, known, delivery: id, contact })
  const now = await readStored(ctx, staff, household)
  const sheet = now.ok ? fieldSheetOf(ctx.signer, now.value) : null
  if (done.kind === 'conflict')
    return { ...answer(id, 'conflict'), sheet: fieldSheetOf(ctx.signer, done.stored), conflicts: [...done.conflicts] }
  if (done.kind === 'refused')
    return { ...answer(id, 'refused'), code: done.failure.code, path: done.failure.path ?? null, sheet }
  return { ...answer(id, 'kept'), sheet }
}

const answer = (id: string, result: DeliveryResult['result']): DeliveryResult => ({
  id,
  result,
  code: null,
  path: null,
  sheet: null,
  conflicts: []
})
