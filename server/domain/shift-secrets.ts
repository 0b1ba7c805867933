import { pbkdf2, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { PIN_DIGITS, PIN_ITERATIONS } from '../../shared/duty/pin.ts'
import type { VolunteerRow } from '../ports/shift-storage.ts'
import type { Environment, Signer } from '../ports/signer.ts'
import type { Context } from './context.ts'

type Mac = Pick<Signer, 'mac'>
const derive = promisify(pbkdf2)

/** 128 bits, derived, so that the same link can be shown again and nothing is stored. */
export const secretOf = (signer: Mac, purpose: string, subject: string): string =>
  Buffer.from(signer.mac(purpose, Buffer.from(subject)).subarray(0, 16)).toString('base64url')

/** Grows when the link of a site is replaced. */
const versionSetting = (site: number): string => `shift-link/${site}`
const linkVersion = async (ctx: Context, site: number): Promise<number> =>
  Number((await ctx.storage.setting(versionSetting(site))) ?? 1)

export const siteSecret = async (ctx: Context, site: number): Promise<string> =>
  secretOf(ctx.signer, 'shift-link', `${site}.${await linkVersion(ctx, site)}`)

export const replaceSiteSecret = async (ctx: Context, site: number): Promise<void> =>
  ctx.storage.putSetting(versionSetting(site), String((await linkVersion(ctx, site)) + 1))

export const volunteerSecret = (signer: Mac, { id, linkVersion }: Pick<VolunteerRow, 'id' | 'linkVersion'>): string =>
  secretOf(signer, 'volunteer-link', `${id}.${linkVersion}`)

export function isSameSecret(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Keyed hash: one volunteer a phone. */
export const volunteerIndexOf = (signer: Mac, phone: string): string => secretOf(signer, 'index/volunteer', phone)

export const siteLink = async (ctx: Context, site: number): Promise<string> =>
  `${ctx.publicUrl()}/portal/#shifts.${site}.${await siteSecret(ctx, site)}`
export const volunteerLink = (ctx: Context, row: VolunteerRow): string =>
  `${ctx.publicUrl()}/portal/#shift.${row.id}.${volunteerSecret(ctx.signer, row)}`

/** The PIN of a place, derived: the volunteer can look it up again, and no store holds it. */
export const pinOf = (signer: Mac, place: string): string => {
  const bytes = Buffer.from(signer.mac('slot-pin', Buffer.from(place)))
  // 48 bits over 10^6: the last digits are as likely as the first to a billionth.
  return String(bytes.readUIntBE(0, 6) % 10 ** PIN_DIGITS).padStart(PIN_DIGITS, '0')
}

/** What phones hold of a PIN. */
export async function hashPin(env: Environment, pin: string): Promise<{ salt: string; hash: string }> {
  const salt = Buffer.from(env.randomBytes(16))
  const hash = await derive(pin, salt, PIN_ITERATIONS, 32, 'sha256')
  return { salt: salt.toString('base64url'), hash: hash.toString('base64url') }
}
