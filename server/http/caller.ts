import '@fastify/jwt'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { accountOfSession, staffOf } from '../domain/accounts.ts'
import type { StaffRole } from '../../shared/schema/session.ts'
import type { Context, Staff } from '../domain/context.ts'
import type { Account, DeviceRow } from '../ports/storage.ts'
import type { Role } from './authorisation.ts'

/** Who calls, as the session or the phone's token proves it at this moment. */
export type Caller =
  | { readonly role: 'public' }
  | { readonly role: StaffRole; readonly account: Account; readonly staff: Staff }
  | { readonly role: 'device' | 'revoked-device'; readonly device: DeviceRow }

export const SESSION_COOKIE = 'checkpoint_session'
export const SESSION_SECONDS = 12 * 3600
export const DEVICE_TOKEN_SECONDS = 15 * 60

/** `since` in milliseconds: `iat` has only seconds, and a changed password must end sessions of the same second. */
export type TokenClaims = { sub: string; use: 'session' | 'device'; since: number }

export async function identify(app: FastifyInstance, ctx: Context, request: FastifyRequest): Promise<Caller> {
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  const claims = readToken(app, bearer ?? cookieOf(request))
  if (claims === null) return { role: 'public' }
  if (claims.use === 'device' && bearer !== undefined) {
    const device = await ctx.storage.device(claims.sub)
    if (device === null) return { role: 'public' }
    return { role: device.revokedAt === null ? 'device' : 'revoked-device', device }
  }
  if (claims.use !== 'session' || bearer !== undefined) return { role: 'public' }
  const account = await accountOfSession(ctx, claims.sub, claims.since)
  return account === null ? { role: 'public' } : { role: account.role, account, staff: staffOf(account) }
}

/** Sets the session as a cookie that scripts cannot read and other sites cannot send. */
export function sessionCookie(token: string, maxAgeSeconds: number, isSecure: boolean): string {
  return `${SESSION_COOKIE}=${token}; Path=/api; HttpOnly; SameSite=Strict; Max-Age=${maxAgeSeconds}${isSecure ? '; Secure' : ''}`
}

export function staffOfCaller(request: FastifyRequest): Staff {
  if (!('staff' in request.caller)) throw new TypeError('the route is not for staff only')
  return request.caller.staff
}

export function deviceOfCaller(request: FastifyRequest): DeviceRow {
  if (!('device' in request.caller)) throw new TypeError('the route is not for devices only')
  return request.caller.device
}

export const isAllowed = (roles: readonly Role[], caller: Caller): boolean =>
  roles.includes(caller.role) || roles.includes('public')

function readToken(app: FastifyInstance, token: string | null): TokenClaims | null {
  if (token === null || token.length > 2_000) return null
  try {
    return app.jwt.verify<TokenClaims>(token)
  } catch {
    return null // expired, foreign or broken: nobody is signed in
  }
}

function cookieOf(request: FastifyRequest): string | null {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = pair.trim().split('=', 2)
    if (name === SESSION_COOKIE && value !== undefined) return value
  }
  return null
}

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller
  }
}
