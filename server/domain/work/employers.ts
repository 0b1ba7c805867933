import { parseCreditCode } from '../../../shared/identity/credit-code.ts'
import { parseName } from '../../../shared/mask/name.ts'
import { ok } from '../../../shared/result.ts'
import type { Page } from '../../../shared/schema/common.ts'
import type {
  EmployerAction,
  EmployerItem,
  EmployerQuery,
  EmployerRegistered,
  FilingInput,
  MyEmployer,
  NewEmployer
} from '../../../shared/schema/work-employer.ts'
import { EMPLOYER_RULES, nextEmployerState } from '../../../shared/work/employer-states.ts'
import { dayNumberOf, localDayNumber } from '../../../shared/work/local-days.ts'
import type { WorkState } from '../../../shared/work/states.ts'
import type { EmployerReturnReason } from '../../../shared/work/words.ts'
import type { EmployerRow } from '../../ports/work-employer-storage.ts'
import { type Context, mayTouch, type Outcome, refused, type Staff } from '../context.ts'
import { newId } from '../ids.ts'
import { DEFAULT_PAGE } from '../read-passes.ts'
import { readPhone } from '../register/foreign-phone.ts'
import { policyAt } from './policies.ts'
import { employerBody, openNote, openWorkField, sealNote, sealWork } from './records.ts'
import { employerLink, hashSecret, submissionMac } from './secrets.ts'

/** Once for each secret. Anybody may register any code: it counts for nothing until the community approved the filing. */
export async function registerEmployer(ctx: Context, input: NewEmployer): Promise<Outcome<EmployerRegistered>> {
  const secretHash = hashSecret(input.secret)
  const requestMac = submissionMac(ctx.signer, input)
  const known = await ctx.storage.employerBySecret(secretHash)
  if (known !== null) return repeated(known, requestMac)
  const checked = await checkEmployer(ctx, input)
  if (!checked.ok) return checked
  const row: EmployerRow = {
    id: newId(ctx.env),
    name: input.name,
    creditCode: checked.value.creditCode,
    community: input.community,
    state: 'draft',
    secretHash,
    requestMac,
    body: sealWork(ctx.signer, 'employer', checked.value.body),
    filing: null,
    filedAt: null,
    reason: null,
    note: null,
    maySign: false,
    approvedAt: null,
    createdAt: ctx.env.now()
  }
  if ((await ctx.storage.addEmployer(row)) === 'added') return ok({ id: row.id, state: row.state })
  const other = await ctx.storage.employerBySecret(secretHash)
  return other === null ? refused('work-state') : repeated(other, requestMac)
}

const repeated = (row: EmployerRow, requestMac: string): Outcome<EmployerRegistered> =>
  row.requestMac === requestMac ? ok({ id: row.id, state: row.state }) : refused('idempotency-conflict')

async function checkEmployer(ctx: Context, input: NewEmployer) {
  const code = parseCreditCode(input.creditCode)
  if (!code.ok) return refused('credit-code-invalid', '/creditCode', code.failure)
  const isKnown = (await ctx.storage.communities()).some(({ id }) => id === input.community)
  if (!isKnown) return refused('community-unknown', '/community')
  const legal = parseName(input.legalRepresentative)
  if (!legal.ok) return refused('name-invalid', '/legalRepresentative', legal.failure)
  const name = parseName(input.contact.name)
  if (!name.ok) return refused('name-invalid', '/contact/name', name.failure)
  const phone = readPhone(input.contact.phone)
  if (!phone.ok) return refused('phone-invalid', '/contact/phone', phone.failure)
  const contact = { name: name.value, phone: phone.value }
  return ok({ creditCode: code.value.code, body: { address: input.address, legalRepresentative: legal.value, contact } })
}

/** Files the restart, or files it again after a return. */
export async function fileRestart(ctx: Context, row: EmployerRow, filing: FilingInput): Promise<Outcome<EmployerRow>> {
  if (!filing.committed) return refused('commitment-needed', '/committed')
  if (dayNumberOf(filing.restartOn) === null) return refused('invalid-field', '/restartOn', 'no such day')
  const sealed = sealWork(ctx.signer, 'filing', filing)
  const set = { filing: sealed, filedAt: ctx.env.now(), reason: null, note: null }
  const done = await ctx.storage.changeEmployer(row.id, EMPLOYER_RULES.file.from, 'filed', set)
  const after = await ctx.storage.employer(row.id)
  return done !== 'changed' || after === null ? refused('work-state', undefined, row.state) : ok(after)
}

/** Whether it may approve its own workers now. */
export const canSign = async (ctx: Context, { state, maySign }: EmployerRow): Promise<boolean> =>
  state === 'approved' && maySign && (await policyAt(ctx, ctx.env.now())).signers.includes('employer')

export async function myEmployer(ctx: Context, row: EmployerRow): Promise<MyEmployer> {
  const counts = new Map((await ctx.storage.workerCounts([row.id])).map(({ state, count }) => [state, count]))
  const sum = (...states: WorkState[]): number => states.reduce((all, state) => all + (counts.get(state) ?? 0), 0)
  const now = ctx.env.now()
  const cards = await ctx.storage.cardCounts(row.id, localDayNumber(now))
  return {
    ...viewOf(ctx, row),
    counts: {
      workers: [...counts.values()].reduce((all, count) => all + count, 0),
      draft: sum('draft'),
      waiting: sum('submitted', 'under-review', 'approved'),
      moreInfo: sum('more-info'),
      issued: sum('issued'),
      refused: sum('rejected', 'withdrawn', 'lapsed'),
      held: cards.held,
      reportedToday: cards.reported
    },
    canSignNow: await canSign(ctx, row),
    dailyReport: (await policyAt(ctx, now)).dailyReport,
    serverTime: now
  }
}

function viewOf(ctx: Context, row: EmployerRow): Omit<EmployerItem, 'workers'> {
  const { address, legalRepresentative, contact } = employerBody(ctx.signer, row)
  return {
    id: row.id,
    name: row.name,
    creditCode: row.creditCode,
    community: row.community,
    address,
    legalRepresentative,
    contact,
    state: row.state,
    reason: row.reason as EmployerReturnReason | null,
    note: openNote(ctx.signer, row.note),
    maySign: row.maySign,
    filing: row.filing === null ? null : openWorkField(ctx.signer, 'filing', row.filing),
    filedAt: row.filedAt,
    createdAt: row.createdAt
  }
}

/** For the office, newest first. */
export async function listEmployers(ctx: Context, staff: Staff, query: EmployerQuery): Promise<Outcome<Page<EmployerItem>>> {
  const [, createdAt, id] = /^(\d{1,16})\.([a-z0-9]{1,40})$/.exec(query.cursor ?? '') ?? []
  if (query.cursor !== undefined && id === undefined) return refused('invalid-field', '/cursor')
  if (query.community !== undefined && !mayTouch(staff, query.community)) return refused('community-unknown', '/community')
  const limit = query.limit ?? DEFAULT_PAGE
  const rows = await ctx.storage.employers({
    community: query.community ?? staff.community,
    limit: limit + 1,
    ...(query.state === undefined ? {} : { state: query.state }),
    ...(id === undefined ? {} : { before: { createdAt: Number(createdAt), id } })
  })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const next = rows.length > limit && last !== undefined ? `${last.createdAt}.${last.id}` : null
  return ok({ items: await describe(ctx, page), next })
}

async function describe(ctx: Context, rows: readonly EmployerRow[]): Promise<EmployerItem[]> {
  const counts = await ctx.storage.workerCounts(rows.map(({ id }) => id))
  return rows.map(row => {
    const workers = counts.filter(({ employer }) => employer === row.id).reduce((all, { count }) => all + count, 0)
    return { ...viewOf(ctx, row), workers }
  })
}

export async function readEmployer(ctx: Context, staff: Staff, id: string): Promise<Outcome<EmployerItem>> {
  const row = await visibleEmployer(ctx, staff, id)
  if (!row.ok) return row
  const [item] = await describe(ctx, [row.value])
  return item === undefined ? refused('not-found') : ok(item)
}

async function visibleEmployer(ctx: Context, staff: Staff, id: string): Promise<Outcome<EmployerRow>> {
  const row = await ctx.storage.employer(id)
  return row === null || !mayTouch(staff, row.community) ? refused('not-found') : ok(row)
}

/** A step of the office with an employer's filing; one approved employer for each credit code. */
export async function actOnEmployer(
  ctx: Context,
  staff: Staff,
  id: string,
  action: EmployerAction
): Promise<Outcome<EmployerItem>> {
  const visible = await visibleEmployer(ctx, staff, id)
  if (!visible.ok) return visible
  const { step, reason, note, maySign } = action
  const isRefusal = step === 'return' || step === 'suspend'
  if (isRefusal && reason === undefined) return refused('invalid-field', '/reason', 'a reason is needed')
  const to = nextEmployerState(visible.value.state, step)
  if (to === null) return refused('work-state', undefined, visible.value.state)
  const done = await ctx.storage.changeEmployer(id, EMPLOYER_RULES[step].from, to, {
    reason: isRefusal ? (reason ?? null) : null,
    note: note === undefined ? null : sealNote(ctx.signer, note),
    ...(step === 'approve' ? { approvedAt: ctx.env.now(), maySign: maySign ?? false } : {}),
    ...(step === 'resume' && maySign !== undefined ? { maySign } : {}),
    ...(step === 'suspend' ? { maySign: false } : {})
  })
  if (done === 'taken') return refused('credit-code-taken')
  if (done === 'conflict') return refused('work-state')
  await audit(ctx, staff, `employer-${step}`, id)
  return readEmployer(ctx, staff, id)
}

/** A fresh link for who lost it; handed over by the office, which knows who asks. */
export async function replaceEmployerLink(ctx: Context, staff: Staff, id: string): Promise<Outcome<{ link: string }>> {
  const visible = await visibleEmployer(ctx, staff, id)
  if (!visible.ok) return visible
  const { state } = visible.value
  const secret = Buffer.from(ctx.env.randomBytes(16)).toString('base64url')
  if ((await ctx.storage.changeEmployer(id, [state], state, { secretHash: hashSecret(secret) })) !== 'changed')
    return refused('work-state')
  await audit(ctx, staff, 'employer-link', id)
  return ok({ link: employerLink(ctx, id, secret) })
}

const audit = (ctx: Context, staff: Staff, action: string, object: string): Promise<void> =>
  ctx.storage.audit({ at: ctx.env.now(), actor: staff.id, action, object, detail: '' })
