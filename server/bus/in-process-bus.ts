import type { Bus, Change } from '../ports/bus.ts'
import { createExpiringMap } from './expiring-map.ts'

/** Everything within one process. A listener that throws does not keep the others from hearing. */
export function createInProcessBus(onError: (error: unknown) => void, now: () => number = () => performance.now()): Bus {
  const listeners = new Set<(change: Change) => void>()
  const uses = createExpiringMap<number>(now)
  const taken = createExpiringMap<true>(now)
  const present = createExpiringMap<true>(now)
  return {
    publish(change) {
      for (const listener of listeners) {
        try {
          listener(change)
        } catch (error) {
          onError(error)
        }
      }
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async countUse(key, windowMs) {
      const before = uses.get(key)
      const leftMs = before === undefined ? windowMs : before.until - now()
      const count = (before?.value ?? 0) + 1
      uses.set(key, count, leftMs)
      return { count, leftMs: Math.ceil(leftMs) }
    },
    async takeOnce(word, lifeMs) {
      if (taken.get(word) !== undefined) return false
      taken.set(word, true, lifeMs)
      return true
    },
    async present(device, lifeMs) {
      present.set(device, true, lifeMs)
    },
    whoIsPresent: async devices => new Set(devices.filter(device => present.get(device) !== undefined)),
    state: () => 'alone',
    async close() {
      listeners.clear()
    }
  }
}
