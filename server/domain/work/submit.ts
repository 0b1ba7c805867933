import { ok } from '../../../shared/result.ts'
import type { NewApplication, Submitted, WorkDeclaration } from '../../../shared/schema/work.ts'
import { addWorkingMinutes } from '../../../shared/work/working-hours.ts'
import type { WorkPolicy } from '../../../shared/work/policy.ts'
import type { DeclaredBy } from '../../../shared/work/words.ts'
import type { NewWorkRow, WorkFields, WorkRow } from '../../ports/work-storage.ts'
import { type Context, type Outcome, refused } from '../context.ts'
import { newId } from '../ids.ts'
import { currentFlags } from './facts.ts'
import { policyAt } from './policies.ts'
import { prepareDeclaration, sealDeclaration } from './prepare-declaration.ts'
import { hashSecret, openWork, submissionMac } from './secrets.ts'

/** 60 random bits: readable over the phone, and nobody meets another's by chance. */
export const newNumber = (ctx: Context): string => newId(ctx.env).slice(0, 12)

/** What an application is made of before anything is known. */
export const emptyFields = {
  declaredBy: null,
  requestMac: null,
  declaration: null,
  phoneIndex: null,
  flags: [],
  submittedAt: null,
  committedAt: null,
  dueAt: null,
  minutesLeft: null,
  lateAt: null,
  lapseAt: null,
  claimBy: null,
  claimName: null,
  claimUntil: null,
  decidedAt: null,
  decidedBy: null,
  decidedName: null,
  reason: null,
  note: null,
  photosAsked: [],
  policy: null,
  refusedAt: null,
  overAt: null,
  leftAt: null,
  isCurrent: true
} as const satisfies Partial<WorkFields>

export const submittedOf = (row: Pick<WorkRow, 'number' | 'state' | 'submittedAt' | 'dueAt' | 'photosAsked'>): Submitted => ({
  number: row.number,
  state: row.state,
  submittedAt: row.submittedAt ?? 0,
  dueAt: row.dueAt ?? 0,
  photos: [...row.photosAsked]
})

type Subject = { readonly number: string; readonly renews: string | null }

/** Everything that a declaration sets, checked and flagged, with the promised time running from now. */
export async function declaredFields(
  ctx: Context,
  subject: Subject,
  declaration: WorkDeclaration,
  declaredBy: DeclaredBy,
  policy: WorkPolicy
): Promise<Outcome<ReturnType<typeof sealDeclaration> & Partial<WorkFields>>> {
  const prepared = await prepareDeclaration(ctx, declaration)
  if (!prepared.ok) return prepared
  const sealed = sealDeclaration(ctx, declaration, prepared.value)
  const flags = await currentFlags(ctx, { ...subject, ...sealed }, policy)
  const now = ctx.env.now()
  const dueAt = addWorkingMinutes(now, policy.promisedMinutes, policy.hours)
  return ok({ ...sealed, declaredBy, flags, submittedAt: now, dueAt, photosAsked: policy.photos, overAt: null })
}

/** Once for each secret: repeated and parallel submissions are one, and get the same answer. */
export async function submitApplication(ctx: Context, body: NewApplication): Promise<Outcome<Submitted>> {
  const { secret, ...declaration } = body
  const secretHash = hashSecret(secret)
  const requestMac = submissionMac(ctx.signer, body)
  const known = await ctx.storage.workBySecret(secretHash)
  if (known !== null) return repeated(known, requestMac)
  const now = ctx.env.now()
  const number = newNumber(ctx)
  const declaredBy = declaration.proxy === null ? 'self' : 'proxy'
  const fields = await declaredFields(ctx, { number, renews: null }, declaration, declaredBy, await policyAt(ctx, now))
  if (!fields.ok) return fields
  const row: NewWorkRow = {
    ...emptyFields,
    ...fields.value,
    number,
    state: 'submitted',
    employer: null,
    renews: null,
    createdAt: now,
    secretHash,
    requestMac
  }
  const added = await ctx.storage.addWork([row], 'received', { actor: 'applicant', actorName: '' })
  if (added === 'added') return ok(submittedOf(row))
  const other = await ctx.storage.workBySecret(secretHash)
  return other === null ? refused('work-state') : repeated(other, requestMac)
}

/** The same submission gets its answer again; another one with the same secret gets nothing. */
const repeated = (row: WorkRow, requestMac: string): Outcome<Submitted> =>
  row.requestMac === requestMac ? ok(submittedOf(row)) : refused('idempotency-conflict')

/**
 * An invited worker's own declaration: from now on only the worker's own secret opens the application. Sent again, the link
 * is void already, and the secret itself tells that it was done.
 */
export async function confirmInvitation(
  ctx: Context,
  link: string | undefined,
  body: NewApplication
): Promise<Outcome<Submitted>> {
  const { secret, ...declaration } = body
  const secretHash = hashSecret(secret)
  const requestMac = submissionMac(ctx.signer, body)
  const other = await ctx.storage.workBySecret(secretHash)
  if (other !== null) return repeated(other, requestMac)
  const opened = await openWork(ctx, link)
  if (!opened.ok) return opened
  const declaredBy = declaration.proxy === null ? 'self' : 'proxy'
  return declareFor(ctx, opened.value, declaration, { declaredBy, secretHash, requestMac, actor: 'applicant', actorName: '' })
}

type Declarer = { declaredBy: DeclaredBy; secretHash: string; requestMac: string | null; actor: string; actorName: string }

/** Submits the draft of an employer's worker. The document is the one of the roster: nobody else's declaration takes the place. */
export async function declareFor(
  ctx: Context,
  row: WorkRow,
  declaration: WorkDeclaration,
  { declaredBy, secretHash, requestMac, actor, actorName }: Declarer
): Promise<Outcome<Submitted>> {
  if (row.state !== 'draft' || row.leftAt !== null) return refused('work-state')
  const now = ctx.env.now()
  const fields = await declaredFields(ctx, row, declaration, declaredBy, await policyAt(ctx, now))
  if (!fields.ok) return fields
  if (fields.value.documentIndex !== row.documentIndex)
    return refused('document-invalid', '/holder/document', 'not the invited one')
  const set = { ...fields.value, secretHash, requestMac }
  const move = { number: row.number, event: 'submit' as const, at: now, actor, actorName, set, only: 'not-left' as const }
  const [done] = await ctx.storage.moveWork([{ ...move, notice: 'received' }])
  const after = await ctx.storage.work(row.number)
  if (after === null || (done === undefined && after.requestMac !== requestMac)) return refused('work-state')
  return ok(submittedOf(after))
}
