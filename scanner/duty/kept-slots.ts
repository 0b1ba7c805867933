import type { GateSlots } from '../../shared/schema/shifts.ts'

const SLOTS = 'checkpoint.gate.slots'
type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** The shift plan of the site as it came last: masked names and slow hashes, for signing in without a network. */
export function keepSlots(storage: Store, slots: GateSlots): void {
  try {
    storage.setItem(SLOTS, JSON.stringify(slots))
  } catch {
    // Full or closed: a duty pass still signs in.
  }
}

export const forgetSlots = (storage: Store): void => storage.removeItem(SLOTS)

export function keptSlots(storage: Pick<Storage, 'getItem'>): GateSlots | null {
  try {
    const kept = JSON.parse(storage.getItem(SLOTS) ?? 'null') as GateSlots | null
    return Array.isArray(kept?.slots) && Number.isInteger(kept.iterations) ? kept : null
  } catch {
    return null // not ours
  }
}
