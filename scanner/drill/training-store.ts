import { type DBSchema, openDB } from 'idb'
import type { Training } from '../../shared/schema/records.ts'

interface TrainingSchema extends DBSchema {
  results: { key: string; value: Training; indexes: { at: number } }
}

/** Who was trained on this phone stays on it, delivered or not: the next volunteer's lead looks here, without a network. */
export type TrainingStore = {
  add(training: Training): Promise<void>
  newest(limit: number): Promise<Training[]>
  close(): void
}

/** Results that are looked at or kept here; the service holds all of them. */
const KEEP = 200

export async function openTrainingStore(name = 'checkpoint-gate-trainings'): Promise<TrainingStore> {
  const db = await openDB<TrainingSchema>(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('results', { keyPath: 'id' }).createIndex('at', 'at')
    }
  })
  return {
    async add(training) {
      const { store, done } = db.transaction('results', 'readwrite', { durability: 'strict' })
      await store.put(training)
      const ids = await store.index('at').getAllKeys()
      await Promise.all(ids.slice(0, Math.max(0, ids.length - KEEP)).map(id => store.delete(id)))
      await done
    },
    async newest(limit) {
      const all = await db.getAllFromIndex('results', 'at')
      return all.reverse().slice(0, limit)
    },
    close: () => db.close()
  }
}
