import { CHAIN_START, chainEntry, type Sha256 } from '../../shared/log/chain.ts'
import type { LogEntry } from '../../shared/log/entry.ts'
import { toWire } from '../../shared/log/wire.ts'
import type { WireEntry } from '../../shared/schema/gate.ts'
import type { GateDatabase } from './gate-database.ts'
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

/** The gate log of this phone. An entry is on the disk when `append` resolves, and only then may its verdict be shown. */
export const createEntryLog = ({ db, device, sha256, witness, exclusively }: Parts): EntryLog => ({
  append: entry =>
    exclusively(async () => {
      const head = (await db.get('head', 'head')) ?? { number: 0, hash: CHAIN_START }
      const chained = await chainEntry(device, { ...entry, number: head.number + 1 }, head.hash, sha256)
      const wire = toWire(chained)
      const transaction = db.transaction(['entries', 'head', 'dayCounts'], 'readwrite', { durability: 'strict' })
      const day = localDayName(wire.deviceMs)
      const counts = (await transaction.objectStore('dayCounts').get(day)) ?? { total: 0, admitted: 0 }
      await Promise.all([
        transaction.objectStore('entries').add(wire),
        transaction.objectStore('head').put({ number: wire.number, hash: wire.hash }, 'head'),
        transaction
          .objectStore('dayCounts')
          .put({ total: counts.total + 1, admitted: counts.admitted + (wire.admitted ? 1 : 0) }, day),
        transaction.done
      ])
      witness.remember(device, wire.number)
      return wire
    })
})

/** YYYY-MM-DD in China. */
const localDayName = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10)
