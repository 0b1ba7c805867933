import { maskDocument } from '../../../shared/mask/document.ts'
import { maskPhone } from '../../../shared/mask/phone.ts'
import { ok } from '../../../shared/result.ts'
import type { Page } from '../../../shared/schema/common.ts'
import type { DailyReport, Submitted, WorkDeclaration } from '../../../shared/schema/work.ts'
import type { WorkerFault, WorkersDone, WorkerQuery, WorkerView } from '../../../shared/schema/work-employer.ts'
import { listOf } from '../../../shared/status/status-list.ts'
import { localDayNumber } from '../../../shared/work/local-days.ts'
import { daysToMs } from '../../../shared/work/policy.ts'
import { FINAL_WORK_STATES } from '../../../shared/work/states.ts'
import type { EmployerRow } from '../../ports/work-employer-storage.ts'
import type { WorkCardState, WorkRow } from '../../ports/work-storage.ts'
import { type Context, type Outcome, refused } from '../context.ts'
import { passLink } from '../pass-secrets.ts'
import { DEFAULT_PAGE } from '../read-passes.ts'
import { approveUnflagged } from './bulk.ts'
import { holdOf } from './card-view.ts'
import { canSign } from './employers.ts'
import type { SerialOf } from './issue-cards.ts'
import { answerQuestion, withdrawWork } from './my-work.ts'
import { openNote, openWorkField } from './records.ts'
import { keepReports } from './reports.ts'
import { renewal } from './roster.ts'
import { inviteLink, noSecret } from './secrets.ts'
import { declareFor, submittedOf } from './submit.ts'

/** A card is renewed in its last week. */
const RENEWABLE_MS = daysToMs(7)

/** An employer's current workers in the order of its rosters. */
export async function listWorkers(ctx: Context, employer: EmployerRow, query: WorkerQuery): Promise<Outcome<Page<WorkerView>>> {
  const after = query.cursor === undefined ? undefined : Number(query.cursor)
  if (after !== undefined && !Number.isSafeInteger(after)) return refused('invalid-field', '/cursor')
  const limit = query.limit ?? DEFAULT_PAGE
  const rows = await ctx.storage.workersOf(employer.id, {
    limit: limit + 1,
    ...(query.state === undefined ? {} : { state: query.state }),
    ...(after === undefined ? {} : { after })
  })
  const page = rows.slice(0, limit)
  const serials = page.flatMap(({ serial }) => serial ?? [])
  const cards = new Map((await ctx.storage.workCards(serials)).map(card => [card.number, card]))
  const items = page.map(row => workerView(ctx, row, cards.get(row.number)))
  return ok({ items, next: rows.length > limit ? String(page.at(-1)?.id) : null })
}

/** What the employer uploaded, and the state; nothing of a worker's own declaration. */
function workerView(ctx: Context, row: WorkRow, card: WorkCardState | undefined): WorkerView {
  const { name, document, phone } = openWorkField(ctx.signer, 'person', row.person)
  const isClerks = row.declaredBy === 'clerk'
  return {
    number: row.number,
    name,
    documentMasked: maskDocument(document.number),
    phoneMasked: phone === null ? null : maskPhone(phone),
    state: row.state,
    declaredBy: row.declaredBy,
    inviteLink: row.state === 'draft' ? inviteLink(ctx, row.number) : null,
    submittedAt: row.submittedAt,
    dueAt: row.dueAt,
    question: isClerks && row.state === 'more-info' ? openNote(ctx.signer, row.note) : null,
    card:
      card === undefined
        ? null
        : {
            serial: card.serial,
            status: card.status,
            hold: holdOf(card) === 'health' ? 'other' : holdOf(card),
            end: card.endsAt * 1000,
            reportedToday: card.lastReportDay >= localDayNumber(ctx.env.now()),
            link: isClerks ? passLink(ctx.signer, ctx.publicUrl(), card) : null
          }
  }
}

/** A worker of this employer and of no other; the same answer for another's and for none. */
async function ownWorker(ctx: Context, employer: EmployerRow, number: string): Promise<Outcome<WorkRow>> {
  const row = await ctx.storage.work(number)
  return row === null || row.employer !== employer.id ? refused('not-found') : ok(row)
}

const clerkOf = ({ id, name }: EmployerRow) => ({ actor: id, actorName: name, declaredBy: 'clerk' as const })

/** The clerk declares for a worker without a phone, or corrects it when the office asked; a worker's own declaration is not touched. */
export async function declareByClerk(
  ctx: Context,
  employer: EmployerRow,
  number: string,
  declaration: WorkDeclaration
): Promise<Outcome<Submitted>> {
  if (employer.state === 'suspended') return refused('employer-not-ready')
  if (declaration.proxy !== null) return refused('invalid-field', '/proxy', 'the employer itself declares')
  const own = await ownWorker(ctx, employer, number)
  if (!own.ok) return own
  const by = clerkOf(employer)
  if (own.value.state === 'more-info' && own.value.declaredBy === 'clerk') {
    const answered = await answerQuestion(ctx, own.value, { text: null, declaration }, by)
    return answered.ok ? ok(submittedOf(answered.value)) : answered
  }
  // From now on the invitation opens nothing: the declaration is not the employer's to read again.
  return declareFor(ctx, own.value, declaration, { ...by, secretHash: noSecret(ctx), requestMac: null })
}

/** Gone: what is open is withdrawn, a card is revoked. While somebody decides, or a card is being signed, it has to wait. */
export async function reportLeft(ctx: Context, employer: EmployerRow, number: string): Promise<Outcome<null>> {
  const own = await ownWorker(ctx, employer, number)
  if (!own.ok) return own
  const row = own.value
  if (row.leftAt !== null) return ok(null)
  if (row.state === 'approved') return refused('work-state', undefined, row.state)
  const now = ctx.env.now()
  if (await ctx.storage.leaveWork(number, now)) await ctx.storage.addWorkNotice(number, 'left', now)
  if (row.state === 'issued' && row.serial !== null) await revokeLeft(ctx, employer, row.serial)
  else if (!FINAL_WORK_STATES.includes(row.state) && row.state !== 'under-review') await withdrawWork(ctx, row, clerkOf(employer))
  return ok(null)
}

async function revokeLeft(ctx: Context, { id, name }: EmployerRow, serial: number): Promise<void> {
  const event = { serial, at: ctx.env.now(), action: 'revoke', reason: 'left-work', note: null, actor: id, actorName: name }
  const done = await ctx.storage.changePassStatus(serial, ['valid', 'held'], 'revoked', event)
  if (done === 'changed') ctx.bus.publish({ kind: 'status', list: listOf(serial) })
}

type Left = WorkersDone['left'][number]

/** Of the numbers, those that are this employer's and pass the check; the others with their reason. */
async function sortOut(
  ctx: Context,
  employer: EmployerRow,
  numbers: readonly string[],
  whyNot: (row: WorkRow) => WorkerFault | null
): Promise<{ rows: WorkRow[]; left: Left[] }> {
  const found = new Map((await ctx.storage.workMany(numbers)).map(row => [row.number, row]))
  const rows: WorkRow[] = []
  const left: Left[] = []
  for (const number of numbers) {
    const row = found.get(number)
    const why = row === undefined || row.employer !== employer.id ? 'not-yours' : row.leftAt !== null ? 'left' : whyNot(row)
    if (why === null && row !== undefined) rows.push(row)
    else left.push({ number, why: why ?? 'not-yours' })
  }
  return { rows, left }
}

/** Fresh invitations for workers whose card ends within a week, or who have none. */
export async function renewWorkers(
  ctx: Context,
  employer: EmployerRow,
  numbers: readonly string[]
): Promise<Outcome<WorkersDone>> {
  if (employer.state === 'suspended') return refused('employer-not-ready')
  const cards = await cardsOf(ctx, numbers)
  const soon = ctx.env.now() + RENEWABLE_MS
  const { rows, left } = await sortOut(ctx, employer, numbers, ({ number, state, isCurrent }) => {
    if (!FINAL_WORK_STATES.includes(state) || !isCurrent) return 'state'
    const card = cards.get(number)
    return card?.status === 'valid' && card.endsAt * 1000 > soon ? 'not-due' : null
  })
  const added = rows.map(row => renewal(ctx, row))
  const by = { actor: employer.id, actorName: employer.name }
  if (added.length > 0 && (await ctx.storage.addWork(added, null, by)) === 'taken') return refused('work-state')
  return ok({ done: added.map(({ number }) => number), left })
}

async function cardsOf(ctx: Context, numbers: readonly string[]): Promise<ReadonlyMap<string, WorkCardState>> {
  const rows = await ctx.storage.workMany(numbers)
  const cards = await ctx.storage.workCards(rows.flatMap(({ serial }) => serial ?? []))
  return new Map(cards.map(card => [card.number, card]))
}

type Report = DailyReport & { readonly number: string }

/** The day's reports for many workers at once. */
export async function reportWorkers(
  ctx: Context,
  employer: EmployerRow,
  reports: readonly Report[]
): Promise<Outcome<WorkersDone>> {
  const told = new Map(reports.map(report => [report.number, report]))
  const { rows, left } = await sortOut(ctx, employer, [...told.keys()], ({ serial }) => (serial === null ? 'no-card' : null))
  const wanted = rows.map(row => {
    const { temperature, symptoms } = told.get(row.number) as Report
    return { serial: row.serial as number, report: { temperature, symptoms } }
  })
  const done = await keepReports(ctx, wanted, { by: employer.id, byName: employer.name })
  const outcome = rows.map((row, index) => ({ number: row.number, isKept: done[index]?.outcome !== 'not-valid' }))
  return ok({
    done: outcome.filter(({ isKept }) => isKept).map(({ number }) => number),
    left: [...left, ...outcome.filter(({ isKept }) => !isKept).map(({ number }): Left => ({ number, why: 'no-card' }))]
  })
}

/** Approves own unflagged workers, where policy and community allow it; the rest is the community's. */
export async function approveWorkers(
  ctx: Context,
  serialOf: SerialOf,
  employer: EmployerRow,
  numbers: readonly string[]
): Promise<Outcome<WorkersDone>> {
  if (!(await canSign(ctx, employer))) return refused('employer-not-ready')
  const { rows, left } = await sortOut(ctx, employer, numbers, ({ state, flags }) => {
    if (state !== 'submitted') return 'state'
    return flags.length > 0 ? 'flagged' : null
  })
  const { issued, approved } = await approveUnflagged(ctx, serialOf, { id: employer.id, displayName: employer.name }, rows)
  const done = [...issued, ...approved]
  const others = rows.filter(({ number }) => !done.includes(number)).map(({ number }): Left => ({ number, why: 'flagged' }))
  const detail = `${done.length} of ${numbers.length}`
  await ctx.storage.audit({ at: ctx.env.now(), actor: employer.id, action: 'employer-approve', object: employer.id, detail })
  return ok({ done, left: [...left, ...others] })
}
