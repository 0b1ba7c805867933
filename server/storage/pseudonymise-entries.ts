import type { Transaction } from 'kysely'
import type { PassageCount, Pseudonymising } from '../ports/retention-storage.ts'
import type { StoredEntry } from '../ports/log-storage.ts'
import type { Engine } from './engine.ts'
import { fromEntryRow, toEntryRow } from './entry-row.ts'
import { type Database, REALM } from './schema.ts'

/** Sequence of the last entry that was stripped. */
const PROGRESS = 'pseudonymised'

/** Entries are replaced, not updated one by one: both engines delete and insert many at once, fast. */
export async function pseudonymiseEntries(
  trx: Transaction<Database>,
  insertMany: Engine['insertMany'],
  { receivedBefore, limit, strip, dayOf }: Pseudonymising
): Promise<number> {
  const done = await progressOf(trx)
  const next = await trx
    .selectFrom('entry')
    .selectAll()
    .where('realm', '=', REALM)
    .where('sequence', '>', done)
    .orderBy('sequence')
    .limit(limit)
    .execute()
  const young = next.findIndex(row => row.received_at >= receivedBefore)
  const rows = young === -1 ? next : next.slice(0, young)
  const last = rows.at(-1)
  if (last === undefined) return 0
  const entries = rows.map(fromEntryRow)
  await trx
    .deleteFrom('entry')
    .where('realm', '=', REALM)
    .where('sequence', '>', done)
    .where('sequence', '<=', last.sequence)
    .execute()
  const stripped = entries.map(entry => {
    const { sequence, chainBroken, ...rest } = strip(entry)
    return toEntryRow(rest, sequence, chainBroken)
  })
  await insertMany(trx, 'entry', stripped)
  for (const count of countsOf(entries, dayOf)) await addCount(trx, count)
  await trx
    .insertInto('counter')
    .values({ realm: REALM, name: PROGRESS, value: last.sequence })
    .onConflict(conflict => conflict.columns(['realm', 'name']).doUpdateSet({ value: last.sequence }))
    .execute()
  return rows.length
}

async function progressOf(trx: Transaction<Database>): Promise<number> {
  const row = await trx
    .selectFrom('counter')
    .select('value')
    .where('realm', '=', REALM)
    .where('name', '=', PROGRESS)
    .executeTakeFirst()
  return row?.value ?? 0
}

function countsOf(entries: readonly StoredEntry[], dayOf: (at: number) => string): PassageCount[] {
  const counts = new Map<string, PassageCount>()
  for (const { at, site, gate, direction, verdict, admitted } of entries) {
    const day = dayOf(at)
    const key = JSON.stringify([day, site, gate, direction, verdict, admitted])
    const count = counts.get(key)
    if (count === undefined) counts.set(key, { day, site, gate, direction, verdict, admitted, count: 1 })
    else count.count++
  }
  return [...counts.values()]
}

async function addCount(trx: Transaction<Database>, { admitted, ...count }: PassageCount): Promise<void> {
  await trx
    .insertInto('passage_count')
    .values({ realm: REALM, ...count, admitted: admitted ? 1 : 0 })
    .onConflict(conflict =>
      conflict
        .columns(['realm', 'day', 'site', 'gate', 'direction', 'verdict', 'admitted'])
        .doUpdateSet(eb => ({ count: eb('passage_count.count', '+', count.count) }))
    )
    .execute()
}
