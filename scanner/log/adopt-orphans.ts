import { chooseEntries, copiedDevices } from './copy/choose-entries.ts'
import type { CopyRecord } from './copy/records.ts'
import type { SecondCopy } from './copy/second-copy.ts'
import type { CarriedLog, GateDatabase } from './gate-database.ts'

/**
 * Entries in the copy of a device that this phone was before the browser threw its database away. The key went with it,
 * so they are carried to the service like another phone's; they stay in the copy until they are there.
 */
export async function adoptOrphans(
  db: GateDatabase,
  records: readonly CopyRecord[],
  self: string | null,
  nowMs: number
): Promise<CarriedLog[]> {
  const logs = copiedDevices(records)
    .filter(device => device !== self)
    .map(device => ({ id: adoptedId(device), device, ...chooseEntries(records, device), takenAt: nowMs }))
  if (logs.length === 0) return []
  const transaction = db.transaction('carried', 'readwrite', { durability: 'strict' })
  await Promise.all([...logs.map(log => transaction.store.put(log)), transaction.done])
  return logs
}

/** Adopted logs that the copy has lost since: they must not depend on one store alone. */
export async function recopyAdopted(db: GateDatabase, copy: SecondCopy, records: readonly CopyRecord[]): Promise<void> {
  const copied = new Set(copiedDevices(records))
  for (const { id, device, entries, seal } of await db.getAll('carried')) {
    if (id !== adoptedId(device) || copied.has(device)) continue
    await copy.add(device, entries)
    if (seal !== null) await copy.seal(seal)
  }
}

const adoptedId = (device: string): string => `copy-${device}`
