/** PBKDF2-SHA-256 runs of a PIN's hash: a tenth of a second on a cheap phone, and for each guess of a thief. */
export const PIN_ITERATIONS = 150_000
export const PIN_DIGITS = 6
export const isPin = (text: string): boolean => /^\d{6}$/.test(text)

/** Wrong PINs that a phone has seen lately. */
export type PinTries = { readonly wrong: number; readonly lockedUntil: number }
export const NO_TRIES: PinTries = { wrong: 0, lockedUntil: 0 }

/** So many slips are a slip; then each one costs time, twice as much each, up to an hour. */
const FREE_TRIES = 4
const FIRST_LOCK_MS = 60_000
const LONGEST_LOCK_MS = 3_600_000

/** How long nothing may be tried; 0: now. A clock that went back must not lock for longer than the longest lock. */
export const pinLockMs = ({ lockedUntil }: PinTries, at: number): number =>
  Math.min(LONGEST_LOCK_MS, Math.max(0, lockedUntil - at))

/** A right PIN forgets what was wrong before. */
export function afterTry({ wrong }: PinTries, isRight: boolean, at: number): PinTries {
  if (isRight) return NO_TRIES
  const now = wrong + 1
  if (now <= FREE_TRIES) return { wrong: now, lockedUntil: 0 }
  return { wrong: now, lockedUntil: at + Math.min(LONGEST_LOCK_MS, FIRST_LOCK_MS * 2 ** Math.min(20, now - FREE_TRIES - 1)) }
}
