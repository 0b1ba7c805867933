import { CHAIN_START, chainEntry, type Sha256 } from '../../shared/log/chain.ts'
import type { LogEntry } from '../../shared/log/entry.ts'
import { toWire } from '../../shared/log/wire.ts'
import type { WireEntry } from '../../shared/schema/gate.ts'
import type { SecondCopy } from './copy/second-copy.ts'
import { countDay } from './day-counts.ts'
import type { GateDatabase, LogHead } from './gate-database.ts'
import type { Witness } from './witness.ts'

export type NewEntry = Omit<LogEntry, 'number'>
export type EntryLog = { append(entry: NewEntry): Promise<WireEntry> }
/** Port: runs one piece of work at a time for this origin, over all tabs. */
export type Exclusively = <T>(work: () => Promise<T>) => Promise<T>

type Parts = {
  readonly db: GateDatabase
  readonly device: string
  readonly sha256: Sha256
  readonly witness: Witness
  /** Null where the browser has no second place. */
  readonly copy: Pick<SecondCopy, 'add' | 'cancel'> | null
  readonly exclusively: Exclusively
}

const START: LogHead = { number: 0, hash: CHAIN_START }

/**
 * The gate log of this phone. An entry is on the disk twice when `append` resolves, and only then may its verdict be shown.
 * Rejects when it could not be written; then its number goes to the next one. The copy is written first: an entry that
 * is only there was never delivered, so that its number is free, while one in the database may be on its way.
 */
export const createEntryLog = ({ db, device, sha256, witness, copy, exclusively }: Parts): EntryLog => {
  const cancelled = async (wire: WireEntry): Promise<void> => {
    try {
      await copy?.cancel(device, wire)
    } catch (error) {
      console.error(error) // then the check at the next start takes it for an entry whose verdict was never shown
    }
  }
  const appendAt = async (entry: NewEntry, head: LogHead): Promise<WireEntry | null> => {
    const wire = toWire(await chainEntry(device, { ...entry, number: head.number + 1 }, head.hash, sha256))
    await copy?.add(device, [wire])
    let isStored = false
    try {
      isStored = await store(db, device, wire, head)
    } finally {
      if (!isStored) await cancelled(wire)
    }
    return isStored ? wire : null
  }
  return {
    append: entry =>
      exclusively(async () => {
        for (;;) {
          const wire = await appendAt(entry, (await db.get('head', 'head')) ?? START)
          if (wire === null) continue
          witness.remember(device, wire.number)
          return wire
        }
      })
  }
}

/** Entry and head in one transaction; false when somebody appended meanwhile: hashing cannot happen inside of one. */
async function store(db: GateDatabase, device: string, wire: WireEntry, expected: LogHead): Promise<boolean> {
  const transaction = db.transaction(['identity', 'entries', 'head', 'dayCounts'], 'readwrite', { durability: 'strict' })
  const self = await transaction.objectStore('identity').get('self')
  // Another tab gave the phone back: its old name must not write into the log of a new one.
  if (self?.device !== device) throw new Error('this phone is no longer the device that it was')
  const heads = transaction.objectStore('head')
  const head = (await heads.get('head')) ?? START
  if (head.hash !== expected.hash) {
    await transaction.done
    return false
  }
  const goesOnFrom = wire.follows === null ? undefined : await transaction.objectStore('entries').get(wire.follows)
  await Promise.all([
    transaction.objectStore('entries').add(wire),
    heads.put({ number: wire.number, hash: wire.hash }, 'head'),
    countDay(transaction.objectStore('dayCounts'), wire, goesOnFrom),
    transaction.done
  ])
  return true
}
