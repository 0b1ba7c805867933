import type { WireEntry } from '../../shared/schema/gate.ts'
import { firstKeptDay } from './day-counts.ts'
import type { GateDatabase } from './gate-database.ts'

/** Delivered entries stay this long, for repetition checks and for a server that was restored from a backup. */
const KEEP_MS = 48 * 3_600_000

export type Outbox = {
  /** Entries from a number on, in order. */
  from(number: number, limit: number): Promise<WireEntry[]>
  acknowledged(): Promise<number>
  /** Never goes back, and never beyond the last entry of this phone. */
  acknowledge(upTo: number): Promise<void>
  unsent(): Promise<number>
  newest(limit: number): Promise<WireEntry[]>
  /** Drops what is delivered and old, and only that. */
  tidy(nowMs: number): Promise<void>
}

export const createOutbox = (db: GateDatabase): Outbox => {
  const acknowledged = async (): Promise<number> => (await db.get('acknowledged', 'upTo')) ?? 0
  return {
    acknowledged,
    from: (number, limit) => db.getAll('entries', IDBKeyRange.lowerBound(number), limit),
    async acknowledge(upTo) {
      const transaction = db.transaction(['acknowledged', 'head'], 'readwrite', { durability: 'strict' })
      const store = transaction.objectStore('acknowledged')
      const before = (await store.get('upTo')) ?? 0
      const last = (await transaction.objectStore('head').get('head'))?.number ?? 0
      // A number that was never given away here cannot have arrived there.
      if (upTo > before && upTo <= last) await store.put(upTo, 'upTo')
      await transaction.done
    },
    unsent: async () => db.count('entries', IDBKeyRange.lowerBound(await acknowledged(), true)),
    async newest(limit) {
      const found: WireEntry[] = []
      let cursor = await db.transaction('entries').store.openCursor(null, 'prev')
      while (cursor !== null && found.length < limit) {
        found.push(cursor.value)
        cursor = await cursor.continue()
      }
      return found
    },
    async tidy(nowMs) {
      const upTo = await acknowledged()
      const transaction = db.transaction(['entries', 'dayCounts'], 'readwrite', { durability: 'strict' })
      let cursor = await transaction.objectStore('entries').openCursor(IDBKeyRange.upperBound(upTo))
      while (cursor !== null && cursor.value.deviceMs < nowMs - KEEP_MS) {
        await cursor.delete()
        cursor = await cursor.continue()
      }
      await transaction.objectStore('dayCounts').delete(IDBKeyRange.upperBound(firstKeptDay(nowMs), true))
      await transaction.done
    }
  }
}
