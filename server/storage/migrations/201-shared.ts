import { type Kysely, sql } from 'kysely'

const TABLES: Readonly<Record<string, string>> = {
  sealed_key: 'key_id text primary key, sealed text not null',
  lease: 'name text primary key, holder text not null, token bigint not null, expires_at bigint not null, done_at bigint'
}

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [table, columns] of Object.entries(TABLES))
    await sql`create table ${sql.table(table)} (${sql.raw(columns)})`.execute(db)
}
