import type { GateDatabase } from './gate-database.ts'

const STORES = ['entries', 'head', 'acknowledged', 'identity', 'gateData'] as const

/**
 * Makes this phone nobody's: its key, its gate data and its delivered log go, all at once; the counts of its days stay.
 * False, and nothing is touched, while a single entry is undelivered.
 */
export async function leaveDevice(db: GateDatabase): Promise<boolean> {
  const transaction = db.transaction(STORES, 'readwrite', { durability: 'strict' })
  const upTo = (await transaction.objectStore('acknowledged').get('upTo')) ?? 0
  const unsent = await transaction.objectStore('entries').count(IDBKeyRange.lowerBound(upTo, true))
  if (unsent === 0) await Promise.all(STORES.map(store => transaction.objectStore(store).clear()))
  await transaction.done
  return unsent === 0
}
