import type { DutyState, OnDuty } from '../../shared/duty/duty-phase.ts'

const DUTY = 'checkpoint.gate.duty'
const HANDOVER = 'checkpoint.gate.handover'

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** The last hand-over at this phone: from then on is counted, and this was said. */
export type LastHandover = { readonly at: number; readonly note: string }

/** A reload in the middle of a shift must not sign anybody out. */
export const keepDuty = (storage: Store, state: DutyState): void => put(storage, DUTY, state)
export const keptDuty = (storage: Store): DutyState => {
  const kept = get(storage, DUTY)
  return isOnDuty(kept) ? kept : null
}

export const keepHandover = (storage: Store, last: LastHandover | null): void => put(storage, HANDOVER, last)
export const keptHandover = (storage: Store): LastHandover | null => {
  const kept = get(storage, HANDOVER) as Partial<LastHandover> | null
  return typeof kept?.at === 'number' && typeof kept.note === 'string' ? { at: kept.at, note: kept.note } : null
}

function isOnDuty(kept: unknown): kept is OnDuty {
  const fields = kept as Partial<OnDuty> | null
  return (
    typeof fields?.operator === 'string' &&
    typeof fields.name === 'string' &&
    typeof fields.since === 'number' &&
    typeof fields.endsAt === 'number' &&
    typeof fields.staysOn === 'boolean'
  )
}

function put(storage: Store, key: string, value: object | null): void {
  try {
    if (value === null) storage.removeItem(key)
    else storage.setItem(key, JSON.stringify(value))
  } catch {
    // Full or closed: the state then lasts as long as the page.
  }
}

function get(storage: Store, key: string): unknown {
  try {
    return JSON.parse(storage.getItem(key) ?? 'null')
  } catch {
    return null // not ours
  }
}
