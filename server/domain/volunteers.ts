import { parsePhone } from '../../shared/identity/phone.ts'
import { maskName, parseName } from '../../shared/mask/name.ts'
import { maskPhone } from '../../shared/mask/phone.ts'
import { ok } from '../../shared/result.ts'
import type { VolunteerRow } from '../ports/shift-storage.ts'
import { type Context, type Outcome, refused } from './context.ts'
import { newId } from './ids.ts'
import { checkForeignPhone } from './foreign-phone.ts'
import { openText, sealText } from './pass-secrets.ts'
import { volunteerIndexOf } from './shift-secrets.ts'

export const nameOfVolunteer = (ctx: Context, row: VolunteerRow): string => openText(ctx.signer, 'name', row.nameSealed) ?? ''
const phoneOf = (ctx: Context, row: VolunteerRow): string => openText(ctx.signer, 'phone', row.phoneSealed) ?? ''
export const maskedVolunteer = (ctx: Context, row: VolunteerRow): { name: string; phone: string } => ({
  name: maskName(nameOfVolunteer(ctx, row)),
  phone: maskPhone(phoneOf(ctx, row))
})
/** For staff of the site: whom to ring. */
export const clearVolunteer = (ctx: Context, row: VolunteerRow): { name: string; phone: string } => ({
  name: nameOfVolunteer(ctx, row),
  phone: phoneOf(ctx, row)
})

export type NewVolunteer = { readonly name: string; readonly phone: string }

/** One volunteer a phone and site; `known`: the one that is there already. */
export async function addVolunteer(
  ctx: Context,
  site: number,
  wish: NewVolunteer
): Promise<Outcome<{ row: VolunteerRow; isKnown: boolean }>> {
  const name = parseName(wish.name)
  if (!name.ok) return refused('name-invalid', '/name', name.failure)
  const phone = parsePhone(wish.phone, checkForeignPhone)
  if (!phone.ok) return refused('phone-invalid', '/phone', phone.failure)
  const row: VolunteerRow = {
    id: newId(ctx.env),
    site,
    nameSealed: sealText(ctx.signer, 'name', name.value),
    phoneSealed: sealText(ctx.signer, 'phone', phone.value.number),
    phoneIndex: volunteerIndexOf(ctx.signer, phone.value.number),
    linkVersion: 1,
    createdAt: ctx.env.now()
  }
  if (await ctx.storage.addVolunteer(row)) return ok({ row, isKnown: false })
  const known = await ctx.storage.volunteerByPhone(site, row.phoneIndex)
  return known === null ? refused('internal') : ok({ row: known, isKnown: true })
}
