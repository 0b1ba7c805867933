import { DAY_MS } from '../../shared/duty/slot-plan.ts'
import { ok } from '../../shared/result.ts'
import type { GateSlots, JoinBody, Joined, OpenSlot, PlaceBody, ShiftPage, ShiftProof } from '../../shared/schema/shifts.ts'
import { PIN_ITERATIONS } from '../../shared/duty/pin.ts'
import type { VolunteerRow } from '../ports/shift-storage.ts'
import type { DeviceRow, SiteRow } from '../ports/storage.ts'
import { type Context, type Outcome, refused } from './context.ts'
import { isSameSecret, pinOf, siteSecret, volunteerSecret } from './shift-secrets.ts'
import { giveBackPlace, takePlace } from './take-place.ts'
import { addVolunteer, maskedVolunteer } from './volunteers.ts'

/** How far ahead volunteers see. */
const AHEAD_MS = 14 * DAY_MS
/** What a phone holds: who may be late, and tomorrow's, in case there is no network by then. */
const GATE_BACK_MS = DAY_MS / 2
const GATE_AHEAD_MS = 1.5 * DAY_MS

type Proved = { readonly site: SiteRow; readonly me: VolunteerRow | null }

/** Whose link it is; the same answer for a wrong secret and for a site or volunteer that is not there. */
async function prove(ctx: Context, proof: ShiftProof): Promise<Outcome<Proved>> {
  const me = 'volunteer' in proof ? await ctx.storage.volunteer(proof.volunteer) : null
  const number = 'volunteer' in proof ? me?.site : proof.site
  const site = (await ctx.storage.sites()).find(row => row.number === number)
  const expected = 'volunteer' in proof ? (me === null ? '' : volunteerSecret(ctx.signer, me)) : await siteSecret(ctx, proof.site)
  if (site === undefined || !isSameSecret(expected, proof.secret)) return refused('link-invalid')
  return ok({ site, me })
}

export async function readShifts(ctx: Context, proof: ShiftProof): Promise<Outcome<ShiftPage>> {
  const proved = await prove(ctx, proof)
  return proved.ok ? ok(await shiftPage(ctx, proved.value)) : proved
}

async function shiftPage(ctx: Context, { site, me }: Proved): Promise<ShiftPage> {
  const now = ctx.env.now()
  const gates = new Map((await ctx.storage.gates()).map(gate => [gate.id, gate]))
  const slots = await ctx.storage.slots({ site: site.number, fromMs: now, toMs: now + AHEAD_MS })
  return {
    site: { number: site.number, name: site.name, nameEn: site.nameEn },
    me: me === null ? null : maskedVolunteer(ctx, me),
    slots: slots.map(({ id, gate, start, end, places, taken }): OpenSlot => {
      const own = taken.find(({ volunteer }) => volunteer === me?.id)
      const names = gates.get(gate)
      return {
        id,
        gateName: names?.name ?? gate,
        gateNameEn: names?.nameEn ?? gate,
        start,
        end,
        places,
        taken: taken.length,
        pin: own === undefined ? null : pinOf(ctx.signer, own.id)
      }
    }),
    serverTime: now
  }
}

/** By the site's link. Who is known already has a link of their own: another one would let anybody be them. */
export async function joinShifts(ctx: Context, body: JoinBody): Promise<Outcome<Joined>> {
  const proved = await prove(ctx, { site: body.site, secret: body.secret })
  if (!proved.ok) return proved
  const added = await addVolunteer(ctx, body.site, body)
  if (!added.ok) return added
  const { row, isKnown } = added.value
  return isKnown ? refused('volunteer-known', '/phone') : ok({ volunteer: row.id, secret: volunteerSecret(ctx.signer, row) })
}

export const takeShift = (ctx: Context, body: PlaceBody): Promise<Outcome<ShiftPage>> =>
  changeShift(ctx, body, (me, slot) => takePlace(ctx, slot, me, 'volunteer'))

export const giveBackShift = (ctx: Context, body: PlaceBody): Promise<Outcome<ShiftPage>> =>
  changeShift(ctx, body, (me, slot) => giveBackPlace(ctx, slot, me.id, 'volunteer'))

type Slot = NonNullable<Awaited<ReturnType<Context['storage']['slot']>>>

async function changeShift(
  ctx: Context,
  { volunteer, secret, slot: id }: PlaceBody,
  change: (me: VolunteerRow, slot: Slot) => Promise<Outcome<unknown>>
): Promise<Outcome<ShiftPage>> {
  const proved = await prove(ctx, { volunteer, secret })
  if (!proved.ok) return proved
  const slot = await ctx.storage.slot(id)
  const { me, site } = proved.value
  if (me === null || slot === null || slot.site !== site.number) return refused('not-found', '/slot')
  const done = await change(me, slot)
  return done.ok ? ok(await shiftPage(ctx, proved.value)) : done
}

/** Who may sign in by PIN at the gates of a phone's site. */
export async function gateSlots(ctx: Context, device: DeviceRow): Promise<GateSlots> {
  const now = ctx.env.now()
  const slots = await ctx.storage.slots({ site: device.site, fromMs: now - GATE_BACK_MS, toMs: now + GATE_AHEAD_MS })
  const people = new Map((await ctx.storage.volunteers(device.site)).map(row => [row.id, maskedVolunteer(ctx, row).name]))
  return {
    iterations: PIN_ITERATIONS,
    slots: slots.map(({ gate, start, end, taken }) => ({
      gate,
      start,
      end,
      places: taken.map(({ id, volunteer, salt, hash }) => ({ id, name: people.get(volunteer) ?? '', salt, hash }))
    }))
  }
}
