import type { Bus, Change } from '../ports/bus.ts'

/** Fan-out within one process. A listener that throws does not keep the others from hearing. */
export function createInProcessBus(onError: (error: unknown) => void): Bus {
  const listeners = new Set<(change: Change) => void>()
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
    async close() {
      listeners.clear()
    }
  }
}
