import type { GateSlots } from '../../shared/schema/shifts.ts'

type Slot = GateSlots['slots'][number]
export type PinPlace = Slot['places'][number] & Pick<Slot, 'gate' | 'start' | 'end'>

/** Somebody may come this early. */
export const EARLY_MS = 45 * 60_000

/** Who may sign in by PIN now: those of this gate first, in the order of their slots. */
export function pinPlaces(plan: GateSlots | null, gate: string | null, now: number): PinPlace[] {
  const slots = (plan?.slots ?? []).filter(({ start, end }) => start - EARLY_MS <= now && now < end)
  const isElsewhere = (slot: Slot): number => (slot.gate === gate ? 0 : 1)
  return slots
    .sort((a, b) => isElsewhere(a) - isElsewhere(b) || a.start - b.start)
    .flatMap(({ places, gate: at, start, end }) => places.map(place => ({ ...place, gate: at, start, end })))
}

/** End of the slot that is under way at a gate; null: none is. */
export function slotEndAt(plan: GateSlots | null, gate: string | null, now: number): number | null {
  const ends = (plan?.slots ?? []).filter(slot => slot.gate === gate && slot.start <= now && now < slot.end).map(({ end }) => end)
  return ends.length === 0 ? null : Math.max(...ends)
}
