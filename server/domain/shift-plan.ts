import { expectedInSlot } from '../../shared/duty/expected-entries.ts'
import { DAY_MS, HOUR_MS, moveSlots } from '../../shared/duty/slot-plan.ts'
import { ok } from '../../shared/result.ts'
import type { Duty } from '../../shared/schema/records.ts'
import type {
  Assign,
  CopySlots,
  NewSlots,
  PlaceView,
  SlotQuery,
  SlotsMade,
  SlotView,
  VolunteerView
} from '../../shared/schema/shifts.ts'
import type { PlaceRow, SlotRow, VolunteerRow } from '../ports/shift-storage.ts'
import { type Context, mayTouch, type Outcome, refused, type Staff } from './context.ts'
import { newId } from './ids.ts'
import { replaceSiteSecret, siteLink, volunteerLink } from './shift-secrets.ts'
import { giveBackPlace, takePlace } from './take-place.ts'
import { addVolunteer, clearVolunteer } from './volunteers.ts'

/** Past weeks that the expectation is made of; more would remember another season. */
const WEEKS = 4
const MAX_SPAN_MS = 40 * DAY_MS
/** Somebody may sign in early, and out late. */
const AROUND_MS = 12 * 3_600_000

async function isOwnSite(ctx: Context, staff: Staff, site: number): Promise<boolean> {
  const row = (await ctx.storage.sites()).find(({ number }) => number === site)
  return row !== undefined && mayTouch(staff, row.community)
}

async function ownSlot(ctx: Context, staff: Staff, id: string): Promise<SlotRow | null> {
  const slot = await ctx.storage.slot(id)
  return slot !== null && (await isOwnSite(ctx, staff, slot.site)) ? slot : null
}

export async function addSlots(ctx: Context, staff: Staff, { gate, slots }: NewSlots): Promise<Outcome<SlotsMade>> {
  const row = (await ctx.storage.gates()).find(({ id }) => id === gate)
  if (row === undefined || !(await isOwnSite(ctx, staff, row.site))) return refused('not-found', '/gate')
  if (slots.some(({ start, end }) => end <= start || end - start > DAY_MS)) return refused('invalid-field', '/slots', 'end')
  const made = await ctx.storage.addSlots(slots.map(slot => ({ ...slot, id: newId(ctx.env), site: row.site, gate })))
  return ok({ made, existing: slots.length - made })
}

export async function copySlots(ctx: Context, staff: Staff, { site, from, to, byMs }: CopySlots): Promise<Outcome<SlotsMade>> {
  if (!(await isOwnSite(ctx, staff, site))) return refused('site-unknown', '/site')
  if (to <= from || to - from > MAX_SPAN_MS) return refused('invalid-field', '/to')
  const slots = (await ctx.storage.slots({ site, fromMs: from, toMs: to })).filter(({ start }) => start >= from)
  const copies = moveSlots(slots, byMs).map(({ taken: _taken, ...slot }) => ({ ...slot, id: newId(ctx.env) }))
  const made = await ctx.storage.addSlots(copies)
  return ok({ made, existing: copies.length - made })
}

export async function removeSlot(ctx: Context, staff: Staff, id: string): Promise<Outcome<null>> {
  if ((await ownSlot(ctx, staff, id)) === null) return refused('not-found')
  return (await ctx.storage.removeSlot(id)) === 'taken' ? refused('slot-conflict', undefined, 'taken') : ok(null)
}

/** The plan of a site: who comes, who came, how many passages to expect. */
export async function listSlots(
  ctx: Context,
  staff: Staff,
  { site, from, to }: SlotQuery
): Promise<Outcome<{ slots: SlotView[] }>> {
  if (!(await isOwnSite(ctx, staff, site))) return refused('site-unknown', '/site')
  if (to <= from || to - from > MAX_SPAN_MS) return refused('invalid-field', '/to')
  const rows = await ctx.storage.slots({ site, fromMs: from, toMs: to })
  const people = new Map((await ctx.storage.volunteers(site)).map(row => [row.id, row]))
  const seen = await attendance(ctx, site, from, to)
  const expected = await expectation(ctx, site, rows)
  return ok({
    slots: rows.map(({ taken, ...slot }) => ({
      ...slot,
      expected: expected(slot),
      taken: taken.map(place => placeView(ctx, place, people.get(place.volunteer), seen))
    }))
  })
}

type Seen = ReadonlyMap<string, { readonly signedInAt: number | null; readonly signedOutAt: number | null }>

/** First sign-in and last sign-out of each place, as the gates told; who logged passages was there, whatever became of the sign-in. */
async function attendance(ctx: Context, site: number, from: number, to: number): Promise<Seen> {
  const [fromMs, toMs] = [from - AROUND_MS, to + AROUND_MS]
  const filter = { kind: 'duties' as const, sites: [site], fromMs, toMs, limit: 5_000 }
  const duties = (await ctx.storage.gateRecords(filter)).map(({ body }) => JSON.parse(body) as Duty)
  const first = await ctx.storage.firstEntriesOf(site, fromMs, toMs)
  const times = (of: readonly Duty[], action: Duty['action']) => of.filter(duty => duty.action === action).map(({ at }) => at)
  const byOperator = Map.groupBy(duties, ({ operator }) => operator)
  return new Map(
    [...new Set([...byOperator.keys(), ...first.keys()])].map(operator => {
      const own = byOperator.get(operator) ?? []
      const [ins, outs] = [[...times(own, 'in'), first.get(operator) ?? []].flat(), times(own, 'out')]
      return [
        operator,
        { signedInAt: ins.length > 0 ? Math.min(...ins) : null, signedOutAt: outs.length > 0 ? Math.max(...outs) : null }
      ]
    })
  )
}

const placeView = (ctx: Context, place: PlaceRow, row: VolunteerRow | undefined, seen: Seen): PlaceView => ({
  id: place.id,
  volunteer: place.volunteer,
  ...(row === undefined ? { name: '', phone: '' } : clearVolunteer(ctx, row)),
  takenBy: place.takenBy,
  ...(seen.get(`slot-${place.id}`) ?? { signedInAt: null, signedOutAt: null })
})

async function expectation(ctx: Context, site: number, slots: readonly SlotRow[]): Promise<(slot: SlotRow) => number | null> {
  if (slots.length === 0) return () => null
  const first = await ctx.storage.firstEntryAt(site)
  // The hour in which the log began counts as one that it covers.
  const since = first === null ? null : Math.floor(first / HOUR_MS) * HOUR_MS
  const sinceMs = Math.min(...slots.map(({ start }) => start)) - WEEKS * 7 * DAY_MS
  const counts = new Map<string, Map<number, number>>()
  for (const gate of new Set(slots.map(slot => slot.gate))) counts.set(gate, await ctx.storage.hourCounts(site, gate, sinceMs))
  return slot => expectedInSlot(counts.get(slot.gate) ?? new Map(), since, slot, WEEKS)
}

export async function assignPlace(ctx: Context, staff: Staff, slotId: string, wish: Assign): Promise<Outcome<{ id: string }>> {
  const slot = await ownSlot(ctx, staff, slotId)
  if (slot === null) return refused('not-found')
  const volunteer = await volunteerOf(ctx, slot.site, wish)
  if (!volunteer.ok) return volunteer
  const place = await takePlace(ctx, slot, volunteer.value, 'staff')
  if (!place.ok) return place
  await audit(ctx, staff, 'assign-place', `${slot.id}/${volunteer.value.id}`)
  return ok({ id: place.value.id })
}

async function volunteerOf(ctx: Context, site: number, wish: Assign): Promise<Outcome<VolunteerRow>> {
  if ('volunteer' in wish) {
    const row = await ctx.storage.volunteer(wish.volunteer)
    return row === null || row.site !== site ? refused('not-found', '/volunteer') : ok(row)
  }
  const added = await addVolunteer(ctx, site, wish)
  return added.ok ? ok(added.value.row) : added
}

export async function removePlace(ctx: Context, staff: Staff, slotId: string, volunteer: string): Promise<Outcome<null>> {
  const slot = await ownSlot(ctx, staff, slotId)
  if (slot === null) return refused('not-found')
  const done = await giveBackPlace(ctx, slot, volunteer, 'staff')
  if (done.ok) await audit(ctx, staff, 'remove-place', `${slot.id}/${volunteer}`)
  return done
}

export async function listVolunteers(
  ctx: Context,
  staff: Staff,
  site: number
): Promise<Outcome<{ volunteers: VolunteerView[] }>> {
  if (!(await isOwnSite(ctx, staff, site))) return refused('site-unknown', '/site')
  const rows = await ctx.storage.volunteers(site)
  return ok({ volunteers: rows.map(row => ({ id: row.id, ...clearVolunteer(ctx, row), link: volunteerLink(ctx, row) })) })
}

export async function readShiftLink(ctx: Context, staff: Staff, site: number): Promise<Outcome<{ link: string }>> {
  if (!(await isOwnSite(ctx, staff, site))) return refused('site-unknown', '/site')
  return ok({ link: await siteLink(ctx, site) })
}

/** The old link opens nothing from now on; volunteers' own links stay. */
export async function replaceShiftLink(ctx: Context, staff: Staff, site: number): Promise<Outcome<{ link: string }>> {
  if (!(await isOwnSite(ctx, staff, site))) return refused('site-unknown', '/site')
  await replaceSiteSecret(ctx, site)
  await audit(ctx, staff, 'replace-shift-link', String(site))
  return ok({ link: await siteLink(ctx, site) })
}

const audit = (ctx: Context, staff: Staff, action: string, object: string): Promise<void> =>
  ctx.storage.audit({ at: ctx.env.now(), actor: staff.id, action, object, detail: '' })
