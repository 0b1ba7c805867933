import { mayGiveBack } from '../../shared/duty/slot-plan.ts'
import { ok } from '../../shared/result.ts'
import type { PlaceRow, SlotRow, VolunteerRow } from '../ports/shift-storage.ts'
import { type Context, type Outcome, refused } from './context.ts'
import { newId } from './ids.ts'
import { hashPin, pinOf } from './shift-secrets.ts'

/** A place with its PIN, or why there is none. */
export async function takePlace(
  ctx: Context,
  slot: SlotRow,
  volunteer: VolunteerRow,
  takenBy: PlaceRow['takenBy']
): Promise<Outcome<PlaceRow>> {
  const takenAt = ctx.env.now()
  if (slot.site !== volunteer.site) return refused('not-found')
  if (slot.end <= takenAt) return refused('slot-conflict', undefined, 'over')
  const id = newId(ctx.env)
  const place = {
    id,
    slot: slot.id,
    volunteer: volunteer.id,
    takenAt,
    takenBy,
    ...(await hashPin(ctx.env, pinOf(ctx.signer, id)))
  }
  const done = await ctx.storage.takePlace(place)
  if (done === 'missing') return refused('not-found')
  if (done !== 'taken') return refused('slot-conflict', undefined, done)
  ctx.bus.publish({ kind: 'records', sites: [slot.site] })
  return ok(place)
}

/** A volunteer may until the slot begins; staff always may. */
export async function giveBackPlace(
  ctx: Context,
  slot: SlotRow,
  volunteer: string,
  by: PlaceRow['takenBy']
): Promise<Outcome<null>> {
  if (by === 'volunteer' && !mayGiveBack(slot, ctx.env.now())) return refused('slot-conflict', undefined, 'begun')
  if (!(await ctx.storage.removePlace(slot.id, volunteer))) return refused('not-found')
  ctx.bus.publish({ kind: 'records', sites: [slot.site] })
  return ok(null)
}
