import type { DatabaseSync } from 'node:sqlite'
import { StorageFailure } from '../../ports/storage.ts'
import { createClient } from '../postgres/pool.ts'
import { openPostgresStorage } from '../postgres/open.ts'
import { openDatabase, openSqliteStorage } from '../sqlite/open.ts'
import { createTableSum } from './row-hash.ts'
import { daysOfEntries, rowsAfter, type SourceTable, sourceTables } from './source.ts'
import { isMoved, progressOf, putRows, setMark, sumOfTarget, targetState } from './target.ts'

const AT_ONCE = 2_000

export type MoveOptions = {
  readonly file: string
  readonly url: string
  /** Sealed private keys, which the servers on PostgreSQL keep in the database. */
  readonly keys: readonly { readonly keyId: string; readonly sealed: string }[]
  readonly now: () => number
  readonly note: (text: string) => void
}
export type Moved = Readonly<Record<string, number>>

/**
 * Copies an embedded database into an empty PostgreSQL. The source is locked, so it is refused while the service runs
 * (`storage-busy`). When it is cut off, the next run goes on behind the last committed rows. Every table is compared by
 * count and hash before the target counts as an installation; servers refuse it until then.
 */
export async function moveToPostgres({ file, url, keys, now, note }: MoveOptions): Promise<Moved> {
  await (await openSqliteStorage({ file })).close() // brings the layout up to date
  const source = openDatabase(file, undefined)
  try {
    const storage = await openPostgresStorage({ url, now, mayBeUnfinished: true, days: daysOfEntries(source) })
    try {
      for (const { keyId, sealed } of keys) await storage.addSealedKey(keyId, sealed)
    } finally {
      await storage.close()
    }
    return await copyAll(source, url, note)
  } finally {
    source.close()
  }
}

async function copyAll(source: DatabaseSync, url: string, note: MoveOptions['note']): Promise<Moved> {
  const client = createClient(url)
  await client.connect()
  try {
    const state = await targetState(client)
    if (state === 'foreign' || state === 'done')
      throw new StorageFailure('storage-foreign', 'There is an installation in that database. Nothing was changed.')
    if (state === 'empty') await setMark(client, 'begun')
    const moved: Record<string, number> = {}
    // Keys were put there by themselves; leases are of servers that are gone.
    const tables = sourceTables(source).filter(({ name }) => !['sealed_key', 'lease'].includes(name))
    for (const table of tables) moved[table.name] = await copyTable(source, client, table)
    for (const table of tables) await compare(source, client, table, note)
    await setMark(client, 'done')
    return moved
  } finally {
    await client.end()
  }
}

async function copyTable(source: DatabaseSync, client: ReturnType<typeof createClient>, table: SourceTable): Promise<number> {
  let count = 0
  for (let from = await progressOf(client, table.name); ; ) {
    const rows = rowsAfter(source, table, from, AT_ONCE)
    if (rows.length === 0) return count
    await putRows(client, table, rows)
    from = Number(rows.at(-1)?.rowid_)
    count += rows.length
  }
}

async function compare(
  source: DatabaseSync,
  client: ReturnType<typeof createClient>,
  table: SourceTable,
  note: MoveOptions['note']
): Promise<void> {
  const sum = createTableSum(table.columns)
  for (let from = 0; ; ) {
    const rows = rowsAfter(source, table, from, AT_ONCE)
    if (rows.length === 0) break
    for (const row of rows) if (isMoved(table, row)) sum.add(row)
    from = Number(rows.at(-1)?.rowid_)
  }
  const [here, there] = [sum.result(), await sumOfTarget(client, table)]
  note(`${table.name}: ${here.rows} rows, ${here.hash.slice(0, 16)}`)
  if (here.rows !== there.rows || here.hash !== there.hash)
    throw new StorageFailure('storage-broken', `${table.name}: ${there.rows} of ${here.rows} rows are there as they should be.`)
}
