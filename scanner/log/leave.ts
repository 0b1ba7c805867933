import { chooseEntries, copiedDevices } from './copy/choose-entries.ts'
import type { SecondCopy } from './copy/second-copy.ts'
import type { GateDatabase } from './gate-database.ts'

const STORES = ['entries', 'head', 'acknowledged', 'identity', 'gateData', 'carried', 'frames', 'recent', 'resting'] as const

/**
 * Makes this phone nobody's: its key, its gate data and its delivered log go, all at once; the counts of its days stay.
 * False, and nothing is touched, while a single entry is undelivered: its own, one that only the copy has, or one that
 * it carries for another phone. Not while an entry is being added.
 */
export async function leaveDevice(db: GateDatabase, copy: SecondCopy | null): Promise<boolean> {
  const records = copy === null ? [] : await copy.read()
  const self = await db.get('identity', 'self')
  const devices = copiedDevices(records)
  if (devices.some(device => device !== self?.device)) return false
  const copied = self === undefined ? [] : chooseEntries(records, self.device).entries
  const transaction = db.transaction(STORES, 'readwrite', { durability: 'strict' })
  const upTo = (await transaction.objectStore('acknowledged').get('upTo')) ?? 0
  const unsent = await transaction.objectStore('entries').count(IDBKeyRange.lowerBound(upTo, true))
  const carried = await transaction.objectStore('carried').count()
  const isDelivered = unsent === 0 && carried === 0 && !copied.some(({ number }) => number > upTo)
  if (isDelivered) await Promise.all(STORES.map(store => transaction.objectStore(store).clear()))
  await transaction.done
  if (isDelivered) for (const device of devices) await copy?.drop(device)
  return isDelivered
}
