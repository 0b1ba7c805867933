import { CHAIN_START, isChained, type Sha256 } from '../../shared/log/chain.ts'
import type { NumberRange } from '../../shared/log/number-ranges.ts'
import { rangesWithout } from '../../shared/log/number-ranges.ts'
import { fromWire } from '../../shared/log/wire.ts'
import type { WireEntry } from '../../shared/schema/gate.ts'
import { adoptOrphans, recopyAdopted } from './adopt-orphans.ts'
import { chooseEntries } from './copy/choose-entries.ts'
import type { CopyRecord } from './copy/records.ts'
import type { SecondCopy } from './copy/second-copy.ts'
import { countDay } from './day-counts.ts'
import type { GateDatabase, LogHead } from './gate-database.ts'
import type { Witness } from './witness.ts'

export type Lost = { readonly device: string; readonly ranges: readonly NumberRange[] }
export type LogCheck = {
  /** Entries that were only in the copy, and are in the database again. */
  readonly restored: number
  /** Entries that were only in the database, and are in the copy again. */
  readonly recopied: number
  /** Entries of a device that this phone was, to be delivered in its name. */
  readonly adopted: number
  /** What is nowhere any more and was not delivered; null: nothing. */
  readonly lost: Lost | null
}

type Parts = {
  readonly db: GateDatabase
  readonly copy: SecondCopy | null
  readonly witness: Witness
  readonly sha256: Sha256
  readonly nowMs: number
}

/**
 * Compares the database, the copy and the remembered numbers, and mends the one from the other. To be done at every
 * start, before the first entry: browsers throw away one store and keep another.
 */
export async function checkLog({ db, copy, witness, sha256, nowMs }: Parts): Promise<LogCheck> {
  const self = (await db.get('identity', 'self')) ?? null
  const records = copy === null ? [] : await copy.read()
  const remembered = witness.recall()
  const adopted = await adoptOrphans(db, records, self?.device ?? null, nowMs)
  if (copy !== null) await recopyAdopted(db, copy, records)
  const count = adopted.reduce((sum, { entries }) => sum + entries.length, 0)
  if (self !== null) {
    const own = remembered?.device === self.device ? remembered : { number: 0, acknowledged: 0 }
    const mended = await mend({ db, copy, sha256, device: self.device, records, ...own })
    // What was delivered without a page is in the database alone: were that thrown away, it would be missed.
    witness.acknowledge(self.device, (await db.get('acknowledged', 'upTo')) ?? 0)
    return { ...mended, adopted: count }
  }
  const held = adopted.find(({ device }) => device === remembered?.device)?.entries ?? []
  const lost = remembered === null ? [] : lostOf(remembered.acknowledged, remembered.number, held)
  return { restored: 0, recopied: 0, adopted: count, lost: named(remembered?.device ?? '', lost) }
}

type Mending = Pick<Parts, 'db' | 'copy' | 'sha256'> & {
  readonly device: string
  readonly records: readonly CopyRecord[]
  /** As the witness remembers them. */
  readonly number: number
  readonly acknowledged: number
}

async function mend({ db, copy, sha256, device, records, number, acknowledged }: Mending): Promise<Omit<LogCheck, 'adopted'>> {
  const upTo = Math.max((await db.get('acknowledged', 'upTo')) ?? 0, acknowledged)
  const inDatabase = await db.getAll('entries', IDBKeyRange.lowerBound(upTo, true))
  const hashes = new Map(inDatabase.map(entry => [entry.number, entry.hash]))
  const copied = chooseEntries(records, device).entries.filter(entry => entry.number > upTo)
  const absent: WireEntry[] = []
  for (const entry of copied) {
    if (!hashes.has(entry.number) && (await isChained(device, fromWire(entry), sha256))) absent.push(entry)
  }
  await restore(db, absent, { upTo, number })
  const inCopy = new Set(records.flatMap(record => (record.kind === 'entry' ? [record.entry.hash] : [])))
  const uncopied = copy === null ? [] : inDatabase.filter(({ hash }) => !inCopy.has(hash))
  if (uncopied.length > 0) await copy?.add(device, uncopied)
  const highest = (await db.get('head', 'head'))?.number ?? 0
  const lost = lostOf(upTo, highest, [...inDatabase, ...absent])
  return { restored: absent.length, recopied: uncopied.length, lost: named(device, lost) }
}

/**
 * Puts entries back. A number that was given away once is never given to another entry, even if its own is lost: the
 * service then sees a gap, and not a second entry with a number that it knows.
 */
async function restore(db: GateDatabase, absent: readonly WireEntry[], known: { upTo: number; number: number }): Promise<void> {
  const before = (await db.get('acknowledged', 'upTo')) ?? 0
  const head: LogHead = (await db.get('head', 'head')) ?? { number: 0, hash: CHAIN_START }
  if (absent.length === 0 && before === known.upTo && head.number >= known.number) return
  const stores = ['identity', 'entries', 'head', 'dayCounts', 'acknowledged'] as const
  const transaction = db.transaction(stores, 'readwrite', { durability: 'strict' })
  for (const entry of absent) {
    const goesOnFrom = entry.follows === null ? undefined : await transaction.objectStore('entries').get(entry.follows)
    await transaction.objectStore('entries').put(entry)
    await countDay(transaction.objectStore('dayCounts') as never, entry, goesOnFrom)
  }
  const newest = absent.at(-1)
  const { hash } = newest !== undefined && newest.number > head.number ? newest : head
  const number = Math.max(head.number, newest?.number ?? 0, known.number, known.upTo)
  await transaction.objectStore('head').put({ number, hash }, 'head')
  await transaction.objectStore('acknowledged').put(known.upTo, 'upTo')
  await transaction.done
}

const lostOf = (upTo: number, highest: number, held: readonly WireEntry[]): NumberRange[] =>
  rangesWithout(
    [upTo + 1, highest],
    held.map(({ number }) => number)
  )

const named = (device: string, ranges: readonly NumberRange[]): Lost | null => (ranges.length === 0 ? null : { device, ranges })
