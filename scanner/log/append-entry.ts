import { CHAIN_START, chainEntry, type Sha256 } from '../../shared/log/chain.ts'
import type { LogEntry } from '../../shared/log/entry.ts'
import { toWire } from '../../shared/log/wire.ts'
import type { WireEntry } from '../../shared/schema/gate.ts'
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
  readonly exclusively: Exclusively
}

const START: LogHead = { number: 0, hash: CHAIN_START }

/**
 * The gate log of this phone. An entry is on the disk when `append` resolves, and only then may its verdict be shown.
 * Rejects when it could not be written; then nothing of it was.
 */
export const createEntryLog = ({ db, device, sha256, witness, exclusively }: Parts): EntryLog => ({
  append: entry =>
    exclusively(async () => {
      for (;;) {
        const head = (await db.get('head', 'head')) ?? START
        const wire = toWire(await chainEntry(device, { ...entry, number: head.number + 1 }, head.hash, sha256))
        if (!(await store(db, device, wire, head))) continue
        witness.remember(device, wire.number)
        return wire
      }
    })
})

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
