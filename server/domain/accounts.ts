import { createHash } from 'node:crypto'
import { ok } from '../../shared/result.ts'
import type { AccountChange, AccountView, NewAccount } from '../../shared/schema/directory.ts'
import type { ChangePasswordBody, Me, SetupBody, SignInBody } from '../../shared/schema/session.ts'
import type { Account } from '../ports/storage.ts'
import { type Context, type Outcome, refused, type Staff } from './context.ts'
import { newId } from './ids.ts'
import { existingRealm } from './trust.ts'

/** The first of these that a guesser tries; length is the rest (NIST SP 800-63B §5.1.1.2). */
const COMMON = /^(password|qwerty|1234567890|0123456789|abcdefghij|iloveyou|checkpoint|(.)\2+$)/i

export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('base64url')

export async function signIn(ctx: Context, { username, password }: SignInBody): Promise<Outcome<Account>> {
  const account = await ctx.storage.accountByUsername(username.trim().toLowerCase())
  const fits = await ctx.passwords.matches(password, account?.passwordHash ?? null)
  if (account === null || !fits || !account.active) return refused('sign-in-failed')
  await audit(ctx, account.id, 'sign-in', account.id)
  return ok(account)
}

/** The account of a session, while it may still be used: closed accounts and changed passwords end sessions. */
export async function accountOfSession(ctx: Context, id: string, issuedAtMs: number): Promise<Account | null> {
  const account = await ctx.storage.accountById(id)
  return account?.active && issuedAtMs >= account.sessionsFrom ? account : null
}

export const staffOf = ({ id, displayName, role, community }: Account): Staff => ({ id, displayName, role, community })

export async function describeMe(ctx: Context, account: Account): Promise<Me> {
  const realm = await existingRealm(ctx)
  const community = (await ctx.storage.communities()).find(({ id }) => id === account.community) ?? null
  const { id, username, displayName, role } = account
  return { id, username, displayName, role, community, realm: { id: realm.id, name: realm.name, nameEn: realm.nameEn } }
}

/** The one-time link of the first start. */
export async function redeemSetup(ctx: Context, body: SetupBody): Promise<Outcome<Account>> {
  if (COMMON.test(body.password)) return refused('password-weak', '/password')
  const account = await newAccount(ctx, { ...body, role: 'administrator', community: null })
  const done = await ctx.storage.redeemInvite(tokenHash(body.token), ctx.env.now(), account)
  if (done === 'taken') return refused('name-taken', '/username')
  if (done === 'invalid') return refused('link-invalid', '/token')
  await audit(ctx, account.id, 'setup', account.id)
  return ok(account)
}

export async function changeOwnPassword(
  ctx: Context,
  id: string,
  { current, next }: ChangePasswordBody
): Promise<Outcome<Account>> {
  const account = await ctx.storage.accountById(id)
  if (account === null || !(await ctx.passwords.matches(current, account.passwordHash)))
    return refused('sign-in-failed', '/current')
  if (COMMON.test(next)) return refused('password-weak', '/next')
  const passwordHash = await ctx.passwords.hash(next)
  await ctx.storage.changeAccount(id, { passwordHash, sessionsFrom: ctx.env.now() })
  await audit(ctx, id, 'change-password', id)
  return ok(account)
}

export async function addAccount(ctx: Context, staff: Staff, body: NewAccount): Promise<Outcome<AccountView>> {
  if (COMMON.test(body.password)) return refused('password-weak', '/password')
  if (body.role !== 'administrator' && body.community === null) return refused('community-unknown', '/community')
  const communities = await ctx.storage.communities()
  if (body.community !== null && !communities.some(({ id }) => id === body.community))
    return refused('community-unknown', '/community')
  const account = await newAccount(ctx, { ...body, community: body.role === 'administrator' ? null : body.community })
  if (!(await ctx.storage.addAccount(account))) return refused('name-taken', '/username')
  await audit(ctx, staff.id, 'add-account', account.id)
  return ok(accountView(account))
}

export async function changeAccount(
  ctx: Context,
  staff: Staff,
  id: string,
  change: AccountChange
): Promise<Outcome<AccountView>> {
  if (change.password !== undefined && COMMON.test(change.password)) return refused('password-weak', '/password')
  const { password, ...rest } = change
  const ends = password !== undefined || change.active === false
  const done = await ctx.storage.changeAccount(id, {
    ...rest,
    ...(password === undefined ? {} : { passwordHash: await ctx.passwords.hash(password) }),
    ...(ends ? { sessionsFrom: ctx.env.now() } : {})
  })
  if (done === 'last-administrator') return refused('last-administrator')
  const account = await ctx.storage.accountById(id)
  if (done === 'missing' || account === null) return refused('not-found')
  await audit(ctx, staff.id, 'change-account', id)
  return ok(accountView(account))
}

export const accountView = ({ id, username, displayName, role, community, active, createdAt }: Account): AccountView => ({
  id,
  username,
  displayName,
  role,
  community,
  active,
  createdAt
})

async function newAccount(ctx: Context, body: Omit<NewAccount, 'community'> & { community: string | null }): Promise<Account> {
  const now = ctx.env.now()
  return {
    id: newId(ctx.env),
    username: body.username,
    displayName: body.displayName.normalize('NFC'),
    role: body.role,
    community: body.community,
    passwordHash: await ctx.passwords.hash(body.password),
    active: true,
    createdAt: now,
    sessionsFrom: now
  }
}

const audit = (ctx: Context, actor: string, action: string, object: string): Promise<void> =>
  ctx.storage.audit({ at: ctx.env.now(), actor, action, object, detail: '' })
