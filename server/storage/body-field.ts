import { type Kysely, PostgresAdapter, type RawBuilder, sql } from 'kysely'
import type { Database } from './schema.ts'

/** A text field of an entry's body, which nothing indexes: for what few entries are asked. */
export const bodyField = (db: Kysely<Database>, name: 'gate' | 'operator'): RawBuilder<string | null> =>
  db.getExecutor().adapter instanceof PostgresAdapter
    ? sql`(body::json ->> ${sql.lit(name)})`
    : sql`json_extract(body, ${sql.lit(`$.${name}`)})`
