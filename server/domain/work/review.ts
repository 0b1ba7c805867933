import { ok } from '../../../shared/result.ts'
import type { WorkAction } from '../../../shared/schema/work-review.ts'
import { addWorkingMinutes, workingMinutesBetween } from '../../../shared/work/working-hours.ts'
import { CLAIM_MS, LAPSE_MS } from '../../../shared/work/policy.ts'
import type { WorkMove, WorkRow } from '../../ports/work-storage.ts'
import { type Context, mayTouch, type Outcome, refused, type Staff } from '../context.ts'
import { currentFlags } from './facts.ts'
import { issueCards, type SerialOf, standingCards } from './issue-cards.ts'
import { policyAt } from './policies.ts'
import { sealNote } from './records.ts'

export async function visibleWork(ctx: Context, staff: Staff, number: string): Promise<Outcome<WorkRow>> {
  const row = await ctx.storage.work(number)
  return row === null || !mayTouch(staff, row.community) ? refused('not-found') : ok(row)
}

/** One step of a reviewer; of two at the same time one happens. */
export async function actOnWork(
  ctx: Context,
  serialOf: SerialOf,
  staff: Staff,
  number: string,
  action: WorkAction
): Promise<Outcome<null>> {
  const visible = await visibleWork(ctx, staff, number)
  if (!visible.ok) return visible
  const row = visible.value
  const moves = await STEPS[action.action](ctx, staff, row, action)
  if (!moves.ok) return moves
  const done = await ctx.storage.moveWork(moves.value)
  await audit(ctx, staff, action.action, number)
  if (!done.includes(moves.value.length - 1)) return whyNot(ctx, staff, number, action)
  if (action.action === 'approve') await issueNow(ctx, serialOf, [number])
  return ok(null)
}

/** Approved is decided: a card that cannot be signed at this moment is signed by the timers. */
export async function issueNow(ctx: Context, serialOf: SerialOf, numbers: readonly string[]): Promise<string[]> {
  try {
    return await issueCards(ctx, serialOf, await ctx.storage.workMany(numbers))
  } catch {
    return [] // the decision stands whatever happened to the signature; the timers try again and their failure is logged
  }
}

/** Claims whatever waits, also what another's claim has left behind. */
export const claimMoves = (
  staff: Pick<Staff, 'id' | 'displayName'>,
  number: string,
  at: number,
  set: WorkMove['set'] = {}
): WorkMove[] => {
  const by = { number, at, actor: staff.id, actorName: staff.displayName }
  const claim = { claimBy: staff.id, claimName: staff.displayName, claimUntil: at + CLAIM_MS }
  return [
    { ...by, actor: 'clock', actorName: 'clock', event: 'idle', only: 'claim-over' },
    { ...by, event: 'claim', only: 'not-left', set: { ...set, ...claim } }
  ]
}

type Step = (ctx: Context, staff: Staff, row: WorkRow, action: WorkAction) => Promise<Outcome<WorkMove[]>>

/** The last move of each is the step itself. */
const STEPS: Readonly<Record<WorkAction['action'], Step>> = {
  async claim(ctx, staff, row) {
    const now = ctx.env.now()
    return ok(claimMoves(staff, row.number, now, { flags: await currentFlags(ctx, row, await policyAt(ctx, now)) }))
  },
  release: async (ctx, staff, row) => ok([{ ...own(ctx, staff, row), event: 'release' }]),
  async approve(ctx, staff, row) {
    const standing = (await standingCards(ctx, [row])).get(row.documentIndex) ?? []
    if (standing.some(({ isHeld }) => isHeld)) return refused('card-held')
    const { id } = await policyAt(ctx, ctx.env.now())
    return ok([{ ...own(ctx, staff, row), event: 'approve', set: { ...decided(ctx, staff), policy: id } }])
  },
  async reject(ctx, staff, row, { reason, text }) {
    if (reason === undefined) return refused('invalid-field', '/reason', 'a reason is needed')
    const note = text === undefined ? null : sealNote(ctx.signer, text)
    const set = { ...decided(ctx, staff), reason, note, refusedAt: ctx.env.now() }
    return ok([{ ...own(ctx, staff, row), event: 'reject', reason, notice: 'rejected', set, ...(note === null ? {} : { note }) }])
  },
  async ask(ctx, staff, row, { text, photos }) {
    if (text === undefined) return refused('invalid-field', '/text', 'a question is needed')
    const now = ctx.env.now()
    const { hours } = await policyAt(ctx, now)
    const note = sealNote(ctx.signer, text)
    const set = {
      note,
      lapseAt: now + LAPSE_MS,
      minutesLeft: row.dueAt === null ? 0 : workingMinutesBetween(now, row.dueAt, hours),
      photosAsked: [...new Set([...row.photosAsked, ...(photos ?? [])])]
    }
    return ok([{ ...own(ctx, staff, row), event: 'ask', notice: 'question', note, set }])
  }
}

/** Only with a claim of one's own that is not over. */
const own = (ctx: Context, staff: Staff, { number }: WorkRow) =>
  ({ number, at: ctx.env.now(), actor: staff.id, actorName: staff.displayName, only: 'mine' }) as const

const decided = (ctx: Context, staff: Staff) => ({
  decidedAt: ctx.env.now(),
  decidedBy: staff.id,
  decidedName: staff.displayName
})

/** What is left of the promise after an answer, and never less than an hour of work. */
export const MIN_MINUTES_LEFT = 60
export const dueAfterAnswer = async (ctx: Context, minutesLeft: number | null): Promise<number> => {
  const { hours } = await policyAt(ctx, ctx.env.now())
  return addWorkingMinutes(ctx.env.now(), Math.max(MIN_MINUTES_LEFT, minutesLeft ?? 0), hours)
}

async function whyNot(ctx: Context, staff: Staff, number: string, { action }: WorkAction): Promise<Outcome<null>> {
  const row = await ctx.storage.work(number)
  const isMine = row?.claimBy === staff.id && (row.claimUntil ?? 0) > ctx.env.now()
  if (action === 'claim' && row?.state === 'under-review' && isMine) return ok(null) // claimed already: the same answer
  return refused(row?.state === 'under-review' && row.leftAt === null ? 'claimed' : 'work-state', undefined, row?.state)
}

const audit = (ctx: Context, staff: Staff, action: string, number: string): Promise<void> =>
  ctx.storage.audit({ at: ctx.env.now(), actor: staff.id, action: `work-${action}`, object: number, detail: '' })
