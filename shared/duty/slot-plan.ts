/** A stretch of time at a gate and how many are needed. Times in ms. */
export type SlotTime = { readonly start: number; readonly end: number }

export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS

/** A day from its first hour on, cut into slots of some hours; the last one may be shorter. `dayStart`: local midnight, ms. */
export function cutDay(dayStart: number, fromHour: number, toHour: number, hours: number): SlotTime[] {
  const slots: SlotTime[] = []
  for (let hour = fromHour; hour < toHour; hour += hours)
    slots.push({ start: dayStart + hour * HOUR_MS, end: dayStart + Math.min(toHour, hour + hours) * HOUR_MS })
  return slots
}

/** Slots of one stretch of days, moved as they are. */
export const moveSlots = <S extends SlotTime>(slots: readonly S[], byMs: number): S[] =>
  slots.map(slot => ({ ...slot, start: slot.start + byMs, end: slot.end + byMs }))

export const overlap = (a: SlotTime, b: SlotTime): boolean => a.start < b.end && b.start < a.end

export type TakeRefusal = 'over' | 'full' | 'taken' | 'overlap'

/** Whether a volunteer may take a place of a slot; null: yes. `own`: the slots that the same person has. */
export function refuseTake(
  slot: SlotTime & { readonly id: string; readonly places: number; readonly taken: number },
  own: readonly (SlotTime & { readonly id: string })[],
  now: number
): TakeRefusal | null {
  if (slot.end <= now) return 'over'
  if (own.some(({ id }) => id === slot.id)) return 'taken'
  if (slot.taken >= slot.places) return 'full'
  return own.some(other => overlap(other, slot)) ? 'overlap' : null
}

/** A place can be given back until the slot begins; afterwards the staff must know why nobody came. */
export const mayGiveBack = (slot: SlotTime, now: number): boolean => now < slot.start
