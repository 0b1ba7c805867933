import type { ContactOutcome, ContactWay } from '../register/words.ts'
import type { Standing } from './words.ts'

export type AttemptResult = { readonly way: ContactWay; readonly outcome: ContactOutcome }

/** Fruitless attempts after which nobody is expected any more … */
export const FRUITLESS = 3

/**
 * What the attempts, oldest first, say about a household. Whoever was reached stays reached, and a refusal stands until
 * somebody is reached. `unreachable` needs three fruitless attempts, one of them at the door: a number that is not in use
 * says nothing about who lives there (DOMAIN.md §2.5: phone → door → street).
 */
export function standingOf(attempts: readonly AttemptResult[]): Standing {
  const reached = attempts.find(({ outcome }) => outcome === 'reached')
  if (reached !== undefined) return reached.way === 'self' ? 'self' : 'reached'
  if (attempts.some(({ outcome }) => outcome === 'refused')) return 'refused'
  const isDone = attempts.length >= FRUITLESS && attempts.some(({ way }) => way === 'door')
  return isDone ? 'unreachable' : 'open'
}
