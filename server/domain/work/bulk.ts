import { ok } from '../../../shared/result.ts'
import type { BulkDone, BulkView } from '../../../shared/schema/work-review.ts'
import type { WorkPolicy } from '../../../shared/work/policy.ts'
import type { WorkBulkRow, WorkMove, WorkRow } from '../../ports/work-storage.ts'
import { type Context, mayTouch, type Outcome, refused, type Staff } from '../context.ts'
import { newId } from '../ids.ts'
import { isUsedTwice, usesOf } from './facts.ts'
import { type SerialOf, standingCards } from './issue-cards.ts'
import { policyAt } from './policies.ts'
import { claimMoves, issueNow } from './review.ts'

/** A sample that was looked at yesterday says nothing about today. */
const BULK_LIFE_MS = 2 * 3_600_000

/** Whether somebody may approve it with others: unflagged, and nobody else has it. */
const isEligible = (ctx: Context, actor: string, row: WorkRow): boolean =>
  row.flags.length === 0 &&
  row.leftAt === null &&
  (row.state === 'submitted' ||
    (row.state === 'under-review' && (row.claimBy === actor || (row.claimUntil ?? 0) <= ctx.env.now())))

/** Prepares a bulk approval: the sample is drawn by the service, and has to be opened by who approves. */
export async function createBulk(ctx: Context, staff: Staff, numbers: readonly string[]): Promise<Outcome<BulkView>> {
  const now = ctx.env.now()
  const rows = (await ctx.storage.workMany(numbers)).filter(row => mayTouch(staff, row.community))
  if (rows.length < numbers.length) return refused('not-found', '/numbers')
  const chosen = rows.filter(row => isEligible(ctx, staff.id, row)).map(({ number }) => number)
  if (chosen.length === 0) return refused('nothing-to-issue')
  const { bulkSample } = await policyAt(ctx, now)
  const bulk = { id: newId(ctx.env), account: staff.id, numbers: chosen, sample: drawn(ctx, chosen, bulkSample), createdAt: now }
  await ctx.storage.addWorkBulk(bulk)
  const excluded = numbers.filter(number => !chosen.includes(number))
  return ok({ ...(await viewOf(ctx, bulk)), excluded })
}

export async function readBulk(ctx: Context, staff: Staff, id: string): Promise<Outcome<BulkView>> {
  const bulk = await ownBulk(ctx, staff, id)
  return bulk.ok ? ok(await viewOf(ctx, bulk.value)) : bulk
}

/** Approves and issues what still is as it was when the sample was drawn; whatever changed is left to be looked at. */
export async function approveBulk(ctx: Context, serialOf: SerialOf, staff: Staff, id: string): Promise<Outcome<BulkDone>> {
  const own = await ownBulk(ctx, staff, id)
  if (!own.ok) return own
  const { sample, numbers } = await viewOf(ctx, own.value)
  if (sample.some(({ isOpened }) => !isOpened)) return refused('sample-needed')
  const rows = (await ctx.storage.workMany(numbers)).filter(row => mayTouch(staff, row.community))
  const done = await approveUnflagged(ctx, serialOf, { ...staff }, rows)
  const detail = `${done.approved.length + done.issued.length} of ${numbers.length}`
  await ctx.storage.audit({ at: ctx.env.now(), actor: staff.id, action: 'work-bulk-approve', object: id, detail })
  const decided = new Set([...done.issued, ...done.approved])
  return ok({ ...done, left: numbers.filter(number => !decided.has(number)) })
}

/** Claims and approves in one transaction, by the table of states; then signs. */
export async function approveUnflagged(
  ctx: Context,
  serialOf: SerialOf,
  actor: Pick<Staff, 'id' | 'displayName'>,
  rows: readonly WorkRow[]
): Promise<{ issued: string[]; approved: string[] }> {
  const at = ctx.env.now()
  const policy = await policyAt(ctx, at)
  const uses = await usesOf(ctx, rows)
  const standing = await standingCards(ctx, rows)
  const isFine = (row: WorkRow): boolean =>
    isEligible(ctx, actor.id, row) &&
    !isUsedTwice(row, uses, policy, at) &&
    !(standing.get(row.documentIndex) ?? []).some(({ isHeld }) => isHeld)
  const moves = rows.filter(isFine).flatMap(row => approvalMoves(actor, row, at, policy))
  const done = await ctx.storage.moveWork(moves)
  const decided = done.map(index => moves[index] as WorkMove).filter(({ event }) => event === 'approve')
  const numbers = decided.map(({ number }) => number)
  const issued = await issueNow(ctx, serialOf, numbers)
  const signed = new Set(issued)
  return { issued, approved: numbers.filter(number => !signed.has(number)) }
}

function approvalMoves(
  actor: Pick<Staff, 'id' | 'displayName'>,
  { number }: WorkRow,
  at: number,
  policy: WorkPolicy
): WorkMove[] {
  const by = { number, at, actor: actor.id, actorName: actor.displayName }
  const set = { decidedAt: at, decidedBy: actor.id, decidedName: actor.displayName, policy: policy.id }
  return [...claimMoves(actor, number, at), { ...by, event: 'approve', only: 'mine', set }]
}

async function ownBulk(ctx: Context, staff: Staff, id: string): Promise<Outcome<WorkBulkRow>> {
  const bulk = await ctx.storage.workBulk(id)
  const isOver = bulk !== null && ctx.env.now() > bulk.createdAt + BULK_LIFE_MS
  return bulk === null || bulk.account !== staff.id || isOver ? refused('not-found') : ok(bulk)
}

async function viewOf(ctx: Context, { id, account, numbers, sample, createdAt }: WorkBulkRow): Promise<BulkView> {
  const opened = await ctx.storage.workLooks(account, sample, createdAt)
  return { id, numbers, sample: sample.map(number => ({ number, isOpened: opened.includes(number) })), excluded: [] }
}

/** Without putting back, by the service's own chance. */
function drawn(ctx: Context, numbers: readonly string[], count: number): string[] {
  const left = [...numbers]
  const sample: string[] = []
  while (sample.length < count && left.length > 0) {
    const random = new DataView(new Uint8Array(ctx.env.randomBytes(4)).buffer).getUint32(0)
    sample.push(...left.splice(random % left.length, 1))
  }
  return sample
}
