import { createHash } from 'node:crypto'
import { ok } from '../../../shared/result.ts'
import type { Signer } from '../../ports/signer.ts'
import type { EmployerRow } from '../../ports/work-employer-storage.ts'
import type { WorkRow } from '../../ports/work-storage.ts'
import { type Context, type Outcome, refused } from '../context.ts'
import { isSameSecret } from '../shift-secrets.ts'

const LINK = /^([a-z0-9]{1,40})\.([A-Za-z0-9_-]{22})$/
/** Wrong secrets for one number; 128 bits are never guessed, but whoever tries is slowed and seen. */
const WRONG_TRIES = 20
const WRONG_WINDOW_MS = 15 * 60_000

/** 128 random bits need no slow hash. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

/** What the employer hands to a worker; derived, so that it can be shown again until the worker has declared. */
export const inviteSecret = (signer: Pick<Signer, 'mac'>, number: string): string =>
  Buffer.from(signer.mac('work-invite', Buffer.from(number)).subarray(0, 16)).toString('base64url')

/** A secret that nobody gets to know: it closes a link. */
export const noSecret = (ctx: Context): string => hashSecret(Buffer.from(ctx.env.randomBytes(16)).toString('base64url'))

export const inviteLink = (ctx: Context, number: string): string =>
  `${ctx.publicUrl()}/portal/#work.${number}.${inviteSecret(ctx.signer, number)}`
export const employerLink = (ctx: Context, id: string, secret: string): string =>
  `${ctx.publicUrl()}/portal/#employer.${id}.${secret}`

/** Knows a submission that comes again; keyed, because its content can be guessed. */
export const submissionMac = (signer: Pick<Signer, 'mac'>, body: unknown): string =>
  Buffer.from(signer.mac('work-submission', Buffer.from(JSON.stringify(body))).subarray(0, 16)).toString('base64url')

/** The application that a link opens; the same answer for a wrong secret and for a number that is not there. */
export const openWork = (ctx: Context, link: string | undefined): Promise<Outcome<WorkRow>> =>
  open(ctx, link, id => ctx.storage.work(id))

export const openEmployer = (ctx: Context, link: string | undefined): Promise<Outcome<EmployerRow>> =>
  open(ctx, link, id => ctx.storage.employer(id))

async function open<T extends { secretHash: string }>(
  ctx: Context,
  link: string | undefined,
  find: (id: string) => Promise<T | null>
): Promise<Outcome<T>> {
  const [, id, secret] = LINK.exec(link ?? '') ?? []
  if (id === undefined || secret === undefined) return refused('link-invalid')
  const row = await find(id)
  if (isSameSecret(row?.secretHash ?? '', hashSecret(secret)) && row !== null) return ok(row)
  // A right secret opens whatever others tried: nobody is locked out by a stranger.
  const { count } = await ctx.bus.countUse(`work-link/${id}`, WRONG_WINDOW_MS)
  return refused(count > WRONG_TRIES ? 'too-many-requests' : 'link-invalid')
}
