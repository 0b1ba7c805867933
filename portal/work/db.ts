import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { DailyReport } from '../../shared/schema/work.ts'
import type { WorkPhotoKind } from '../../shared/work/words.ts'

/** A report that waits for a network. `day`: local day number of its readings; on another day it would be a lie. */
export type WaitingReport = {
  readonly number: string
  readonly secret: string
  readonly day: number
  readonly report: DailyReport
}
/** A photo that waits for its application's number or for a network. `secret` is the application's. */
export type WaitingPhoto = { readonly secret: string; readonly kind: WorkPhotoKind; readonly photo: Blob }

interface WorkDatabase extends DBSchema {
  reports: { key: string; value: WaitingReport }
  photos: { key: [string, string]; value: WaitingPhoto; indexes: { secret: string } }
}
export type WorkDb = IDBPDatabase<WorkDatabase>

/** Page and service worker open the same one; a later version adds stores and drops none that holds something. */
export const openWorkDb = (name = 'checkpoint-work'): Promise<WorkDb> =>
  openDB<WorkDatabase>(name, 1, {
    upgrade(db) {
      db.createObjectStore('reports', { keyPath: 'number' })
      db.createObjectStore('photos', { keyPath: ['secret', 'kind'] }).createIndex('secret', 'secret')
    },
    blocking(_current, _wanted, event) {
      ;(event.target as IDBDatabase | null)?.close()
    }
  })

export async function inWorkDb<T>(work: (db: WorkDb) => Promise<T>): Promise<T> {
  const db = await openWorkDb()
  try {
    return await work(db)
  } finally {
    db.close()
  }
}
