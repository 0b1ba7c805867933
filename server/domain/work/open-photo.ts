import { ok } from '../../../shared/result.ts'
import type { WorkPhotoKind } from '../../../shared/work/words.ts'
import { type Context, type Outcome, refused, type Staff } from '../context.ts'
import { openPhoto } from './records.ts'
import { visibleWork } from './review.ts'

type Which = { readonly number: string; readonly kind: WorkPhotoKind }

/** A photo for who decides; the look is in the audit. */
export async function openWorkPhoto(ctx: Context, staff: Staff, { number, kind }: Which): Promise<Outcome<Uint8Array>> {
  const visible = await visibleWork(ctx, staff, number)
  if (!visible.ok) return visible
  const photo = await ctx.storage.workPhoto(number, kind)
  if (photo === null) return refused('not-found')
  await ctx.storage.audit({ at: ctx.env.now(), actor: staff.id, action: 'open-work-photo', object: number, detail: kind })
  return ok(openPhoto(ctx.signer, photo.body))
}
