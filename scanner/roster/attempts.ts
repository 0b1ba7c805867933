/** Tries that found nobody, on this phone. */
export type Attempts = {
  /** Of late: one is forgiven every ten minutes. */
  readonly recent: number
  readonly lastMs: number
  /** Since the phone was enrolled; the service is told. */
  readonly misses: number
}

export const NO_ATTEMPTS: Attempts = { recent: 0, lastMs: 0, misses: 0 }

/** A volunteer mistypes; nobody mistypes five times in a row. */
const FREE = 5
const FIRST_WAIT_MS = 30_000
const LONGEST_WAIT_MS = 15 * 60_000
const FORGIVEN_MS = 10 * 60_000

/** How long the next try has to wait. A clock that was set back does not help. */
export function waitMs({ recent, lastMs }: Attempts, nowMs: number): number {
  if (recent < FREE) return 0
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (recent - FREE))
  return Math.min(wait, Math.max(0, lastMs + wait - nowMs))
}

export function countMiss({ recent, lastMs, misses }: Attempts, nowMs: number): Attempts {
  const forgiven = Math.max(0, Math.floor((nowMs - lastMs) / FORGIVEN_MS))
  return { recent: Math.max(0, recent - forgiven) + 1, lastMs: nowMs, misses: misses + 1 }
}

const KEY = 'checkpoint.gate.roster-attempts'
type Kept = Pick<Storage, 'getItem' | 'setItem'>

export function recallAttempts(storage: Kept): Attempts {
  try {
    const { recent, lastMs, misses } = JSON.parse(storage.getItem(KEY) ?? '{}') as Partial<Attempts>
    return { recent: Number(recent ?? 0), lastMs: Number(lastMs ?? 0), misses: Number(misses ?? 0) }
  } catch {
    return NO_ATTEMPTS // not ours
  }
}

export function keepAttempts(storage: Kept, attempts: Attempts): void {
  try {
    storage.setItem(KEY, JSON.stringify(attempts))
  } catch {
    // Storage is full or closed: the tries are counted again from here.
  }
}
