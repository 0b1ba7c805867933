import type { SecondCopy } from './copy/second-copy.ts'
import type { CarriedLog, GateDatabase } from './gate-database.ts'

/** The service has them: they go from the copy, too. Not while an entry is being added. */
export async function forgetCarried(db: GateDatabase, copy: SecondCopy | null, { id, device }: CarriedLog): Promise<void> {
  const transaction = db.transaction('carried', 'readwrite', { durability: 'strict' })
  await Promise.all([transaction.store.delete(id), transaction.done])
  const self = await db.get('identity', 'self')
  if (device !== self?.device) await copy?.drop(device)
}
