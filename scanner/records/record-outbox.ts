import { type DBSchema, openDB } from 'idb'
import type { RecordBodies, RecordKind } from '../../shared/schema/records.ts'

/** A record of any kind, as it is kept until the service names it. */
export type KeptRecord = { [K in RecordKind]: { readonly kind: K; readonly body: RecordBodies[K] } }[RecordKind]
export type QueuedRecord = KeptRecord & { readonly place: number }

interface RecordSchema extends DBSchema {
  records: { key: number; value: KeptRecord }
}

/** What the phone delivers besides its log: trainings, hand-overs, sign-ins. On the disk when `add` resolves. */
export type RecordOutbox = {
  add(record: KeptRecord): Promise<void>
  /** In the order in which they were added, behind a place; 0: from the first. */
  after(place: number, limit: number): Promise<QueuedRecord[]>
  /** The service holds it. */
  remove(place: number): Promise<void>
  unsent(): Promise<number>
  close(): void
}

/** A database of its own: its layout changes apart from the log's. Upgrades only add. */
export async function openRecordOutbox(name = 'checkpoint-gate-records'): Promise<RecordOutbox> {
  const db = await openDB<RecordSchema>(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('records', { autoIncrement: true })
    }
  })
  return {
    async add(record) {
      const transaction = db.transaction('records', 'readwrite', { durability: 'strict' })
      await Promise.all([transaction.store.add(record), transaction.done])
    },
    async after(place, limit) {
      const { store } = db.transaction('records')
      const range = IDBKeyRange.lowerBound(place, true)
      const [places, records] = await Promise.all([store.getAllKeys(range, limit), store.getAll(range, limit)])
      return records.map((record, at) => ({ ...record, place: places[at] as number }))
    },
    remove: place => db.delete('records', place),
    unsent: () => db.count('records'),
    close: () => db.close()
  }
}
