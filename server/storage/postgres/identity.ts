import { type Kysely, sql } from 'kysely'
import { StorageFailure } from '../../ports/storage.ts'
import type { Database } from '../schema.ts'

/** Where the connection's unqualified names lead: `search_path` may name another schema than `public`. */
export async function currentSchema(db: Kysely<Database>): Promise<string> {
  const { rows } = await sql<{ name: string | null }>`select current_schema() as name`.execute(db)
  const name = rows[0]?.name ?? null
  if (name === null)
    throw new StorageFailure('storage-foreign', 'The schema that search_path names does not exist. Nothing was changed.')
  return name
}

/** Throws `storage-foreign` for a schema with tables of another program. */
export async function refuseForeign(db: Kysely<Database>, schema: string): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = ${schema}`.execute(db)
  if (rows.length === 0 || (rows.some(({ name }) => name === 'kysely_migration') && (await hasFirstStep(db, schema)))) return
  if (rows.every(({ name }) => name.startsWith('kysely_migration'))) return // another server has just begun
  throw new StorageFailure('storage-foreign', `The schema ${schema} holds tables of another program. Nothing was changed.`)
}

/** An installation that is being moved here must not be served before every row is there. */
export async function refuseUnfinished(db: Kysely<Database>): Promise<void> {
  const mark = await db.selectFrom('setting').select('value').where('name', '=', 'migrate-to').executeTakeFirst()
  if (mark?.value === 'begun')
    throw new StorageFailure('storage-busy', 'An installation is being moved into this database: run migrate-to to its end.')
}

async function hasFirstStep(db: Kysely<Database>, schema: string): Promise<boolean> {
  const table = sql.id(schema, 'kysely_migration')
  const { rows } = await sql`select 1 from ${table} where name = '001-first'`.execute(db)
  return rows.length === 1
}
