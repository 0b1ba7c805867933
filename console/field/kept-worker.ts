import type { Me } from '../../shared/schema/session.ts'

const STORED_AS = 'checkpoint.field.me'

/** Whose list is on this phone: with the network gone nobody else can tell. The list itself is sealed elsewhere. */
export function keptWorker(): Me | null {
  try {
    const me = JSON.parse(localStorage.getItem(STORED_AS) ?? 'null') as Me | null
    return typeof me?.id === 'string' && typeof me.displayName === 'string' ? me : null
  } catch {
    return null
  }
}

export const keepWorker = (me: Me): void => localStorage.setItem(STORED_AS, JSON.stringify(me))
export const forgetWorker = (): void => localStorage.removeItem(STORED_AS)
