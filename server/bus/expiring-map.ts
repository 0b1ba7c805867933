export type ExpiringMap<T> = {
  get(key: string): { readonly value: T; readonly until: number } | undefined
  set(key: string, value: T, lifeMs: number): void
}

/** Bounded: with more keys the oldest go first, which a flood of keys must not turn into memory. */
const MAX_KEYS = 50_000

/** Values that end by themselves. */
export function createExpiringMap<T>(now: () => number): ExpiringMap<T> {
  const entries = new Map<string, { value: T; until: number }>()
  return {
    get(key) {
      const entry = entries.get(key)
      if (entry === undefined || entry.until > now()) return entry
      entries.delete(key)
      return undefined
    },
    set(key, value, lifeMs) {
      entries.delete(key)
      if (entries.size >= MAX_KEYS) {
        const [oldest] = entries.keys()
        if (oldest !== undefined) entries.delete(oldest)
      }
      entries.set(key, { value, until: now() + lifeMs })
    }
  }
}
