import { type CarryFile, carryFileOf, readCarryFile } from '../../shared/log/carry-file.ts'
import { gunzip } from '../../ui/gzip.ts'
import type { GateDatabase } from '../log/gate-database.ts'
import { sealHead, type SignText } from '../log/seal-head.ts'

/** Some twenty times what a phone writes in a day. */
const MAX_FILE_BYTES = 50_000_000

/** Everything of this phone that was not acknowledged, signed by it; null: nothing is. */
export async function carryFileOfPhone(
  db: GateDatabase,
  signOf: (key: CryptoKey) => SignText,
  nowMs: number
): Promise<CarryFile | null> {
  const self = await db.get('identity', 'self')
  const upTo = (await db.get('acknowledged', 'upTo')) ?? 0
  const entries = await db.getAll('entries', IDBKeyRange.lowerBound(upTo, true))
  const last = entries.at(-1)
  if (self === undefined || last === undefined) return null
  const seal = await sealHead(self.device, last, signOf(self.privateKey))
  return carryFileOf({ realm: self.realm.id, device: self.device, madeAt: nowMs, entries, seal })
}

export type CarryOutcome =
  | { readonly kind: 'taken'; readonly count: number; readonly device: string }
  /** `foreign`: another realm's; `own`: this phone's; `unreadable`: no such file. */
  | { readonly kind: 'foreign' | 'own' | 'unreadable' }

/** Another phone's file: it is on the disk of this one when it resolves with `taken`, and goes with the next delivery. */
export async function takeCarryFile(db: GateDatabase, blob: Blob, nowMs: number): Promise<CarryOutcome> {
  const text = await gunzip(blob, MAX_FILE_BYTES)
  const file = text === null ? null : readCarryFile(text)
  if (file === null) return { kind: 'unreadable' }
  const self = await db.get('identity', 'self')
  if (self?.realm.id !== file.realm) return { kind: 'foreign' }
  if (self.device === file.device) return { kind: 'own' }
  const { device, seal } = file
  const entries = file.entries.toSorted((a, b) => a.number - b.number)
  const id = `file-${device}-${entries[0]?.number}-${entries.at(-1)?.number}`
  const transaction = db.transaction('carried', 'readwrite', { durability: 'strict' })
  await Promise.all([transaction.store.put({ id, device, entries, seal, takenAt: nowMs }), transaction.done])
  return { kind: 'taken', count: entries.length, device }
}
