import type { WireEntry } from '../../shared/schema/gate.ts'
import type { GateDatabase } from './gate-database.ts'

/** Delivered entries stay this long, for repetition checks and for a server that was restored from a backup. */
const KEEP_MS = 48 * 3_600_000
/** Days whose counts stay. */
const KEEP_DAYS = 30

export type Outbox = {
  /** Entries from a number on, in order. */
  from(number: number, limit: number): Promise<WireEntry[]>
  acknowledged(): Promise<number>
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
      const transaction = db.transaction('acknowledged', 'readwrite', { durability: 'strict' })
      const before = (await transaction.store.get('upTo')) ?? 0
      if (upTo > before) await transaction.store.put(upTo, 'upTo')
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
      const transaction = db.transaction(['entries', 'dayCounts'], 'readwrite')
      let cursor = await transaction.objectStore('entries').openCursor(IDBKeyRange.upperBound(upTo))
      while (cursor !== null && cursor.value.deviceMs < nowMs - KEEP_MS) {
        await cursor.delete()
        cursor = await cursor.continue()
      }
      const oldest = new Date(nowMs - KEEP_DAYS * 86_400_000).toISOString().slice(0, 10)
      await transaction.objectStore('dayCounts').delete(IDBKeyRange.upperBound(oldest))
      await transaction.done
    }
  }
}
