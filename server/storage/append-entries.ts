import { sql, type Transaction } from 'kysely'
import { CHAIN_START } from '../../shared/log/chain.ts'
import type { EntryOutcome, NewStoredEntry } from '../ports/log-storage.ts'
import { takeNumbers } from './counters.ts'
import { noteNumbers } from './device-log.ts'
import type { Engine } from './engine.ts'
import { toEntryRow } from './entry-row.ts'
import { type Database, REALM } from './schema.ts'

/** Hashes by device and number. */
type Hashes = Map<string, Map<number, string>>

/** SQLite takes 32,766 parameters in a statement; short lists keep the number of different statements small. */
const NUMBERS_AT_ONCE = 200
/** The column's type ends here: nothing follows. */
const MAX_NUMBER = 2 ** 31 - 1

/** Stores what is not here yet; one outcome per entry, in order. The first of two entries with the same number wins. */
export async function appendEntries(
  trx: Transaction<Database>,
  insertMany: Engine['insertMany'],
  entries: readonly NewStoredEntry[]
): Promise<EntryOutcome[]> {
  const known = await knownHashes(trx, entries)
  const fresh: NewStoredEntry[] = []
  const outcomes = entries.map((entry): EntryOutcome => {
    const own = known.get(entry.device)
    const hash = own?.get(entry.number)
    if (hash !== undefined) return hash === entry.hash ? 'held' : 'conflict'
    own?.set(entry.number, entry.hash)
    fresh.push(entry)
    return 'stored'
  })
  if (fresh.length === 0) return outcomes
  const sequence = await takeNumbers(trx, 'entry', fresh.length)
  const rows = fresh.map((entry, index) => toEntryRow(entry, sequence + index, isBroken(known, entry)))
  await insertMany(trx, 'entry', rows)
  for (const [device, own] of Map.groupBy(fresh, entry => entry.device)) {
    const numbers = own.map(({ number }) => number)
    await noteNumbers(trx, insertMany, device, numbers)
    await judgeSuccessors(trx, own, new Set(numbers))
  }
  return outcomes
}

/** Only a predecessor that is here can be contradicted. */
function isBroken(known: Hashes, { device, number, previousHash }: NewStoredEntry): boolean {
  const before = number === 1 ? CHAIN_START : known.get(device)?.get(number - 1)
  return before !== undefined && before !== previousHash
}

/** Of the entries that are here already and of those just before them; one map per device, empty or not. */
async function knownHashes(trx: Transaction<Database>, entries: readonly NewStoredEntry[]): Promise<Hashes> {
  const known: Hashes = new Map()
  for (const [device, own] of Map.groupBy(entries, entry => entry.device)) {
    const wanted = [...new Set(own.flatMap(({ number }) => [number - 1, number]))].sort((a, b) => a - b)
    const hashes = new Map<number, string>()
    for (let from = 0; from < wanted.length; from += NUMBERS_AT_ONCE) {
      const part = wanted.slice(from, from + NUMBERS_AT_ONCE)
      for (const { number, hash } of await hashesOf(trx, device, part)) hashes.set(number, hash)
    }
    known.set(device, hashes)
  }
  return known
}

/** `numbers` ascending. A run is read as a range, anything else number by number: a hostile span costs no more. */
function hashesOf(trx: Transaction<Database>, device: string, numbers: readonly number[]) {
  const query = trx.selectFrom('entry').select(['number', 'hash']).where('realm', '=', REALM).where('device', '=', device)
  const first = numbers[0] ?? 0
  const last = numbers.at(-1) ?? 0
  const isRun = last - first < 2 * numbers.length
  return (isRun ? query.where('number', '>=', first).where('number', '<=', last) : query.where('number', 'in', numbers)).execute()
}

/** A predecessor that comes late decides whether its successor's chain is whole. */
async function judgeSuccessors(
  trx: Transaction<Database>,
  own: readonly NewStoredEntry[],
  numbers: ReadonlySet<number>
): Promise<void> {
  for (const { device, number, hash } of own) {
    if (number === MAX_NUMBER || numbers.has(number + 1)) continue
    await trx
      .updateTable('entry')
      .set({ chain_broken: sql<0 | 1>`case when previous_hash = ${hash} then 0 else 1 end` })
      .where('realm', '=', REALM)
      .where('device', '=', device)
      .where('number', '=', number + 1)
      .execute()
  }
}
