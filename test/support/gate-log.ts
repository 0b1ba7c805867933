import { NO_DETAILS } from '../../shared/log/entry.ts'
import 'fake-indexeddb/auto'
import { createHash } from 'node:crypto'
import { createEntryLog, type EntryLog, type Exclusively, type NewEntry } from '../../scanner/log/append-entry.ts'
import { type GateDatabase, openGateDatabase } from '../../scanner/log/gate-database.ts'
import { createOutbox, type Outbox } from '../../scanner/log/outbox.ts'
import { checkLog } from '../../scanner/log/check-log.ts'
import type { Journal } from '../../scanner/log/copy/journal.ts'
import { createSecondCopy, type SecondCopy } from '../../scanner/log/copy/second-copy.ts'
import { createMemoryJournal } from './memory-journal.ts'
import { createWitness, type Witness } from '../../scanner/log/witness.ts'
import { epochMs } from '../../shared/time.ts'

export const sha256 = (data: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(data).digest())
export const atOnce: Exclusively = work => work()

/** `localStorage` in memory. */
export function memoryStorage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const kept = new Map<string, string>()
  return {
    getItem: key => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: key => void kept.delete(key)
  }
}

export const PASSAGE: NewEntry = {
  site: 1,
  gate: 'east',
  direction: 'in',
  deviceMs: epochMs(1_600_000_000_000),
  monotonicMs: 5,
  boot: 'boot-1',
  offsetMs: 0,
  method: 'camera',
  keyId: '0a1b2c3d',
  serial: 7,
  kind: 'person',
  verdict: 'PASS',
  reasons: ['OK'],
  admitted: true,
  ...NO_DETAILS
}

export type Phone = {
  readonly db: GateDatabase
  readonly log: EntryLog
  readonly outbox: Outbox
  readonly witness: Witness
  readonly copy: SecondCopy
  /** The same phone after a crash: everything in memory is gone. */
  restart(): Promise<Phone>
}

let count = 0

/** The log of a phone `device` on a database of its own. */
export async function openPhone(
  device = 'phone',
  name = `gate-${++count}`,
  storage = memoryStorage(),
  journal: Journal = createMemoryJournal()
): Promise<Phone> {
  const db = await openGateDatabase(name)
  const { privateKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
  const realm = { id: 'realm', name: '街道', nameEn: 'Realm' }
  await db.put('identity', { device, privateKey, site: 1, root: { kty: 'EC', crv: 'P-256', x: '', y: '' }, realm }, 'self')
  const witness = createWitness(storage)
  const copy = createSecondCopy(journal)
  await checkLog({ db, copy, witness, sha256, nowMs: PASSAGE.deviceMs })
  return {
    db,
    log: createEntryLog({ db, device, sha256, witness, copy, exclusively: atOnce }),
    outbox: createOutbox(db),
    witness,
    copy,
    async restart() {
      db.close()
      return openPhone(device, name, storage, journal)
    }
  }
}
