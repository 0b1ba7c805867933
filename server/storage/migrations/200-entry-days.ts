import { type Kysely, PostgresAdapter, sql } from 'kysely'

/**
 * PostgreSQL keeps the log by day of receipt, so that old days are dropped whole, and lets one writer at a time have its
 * turn. SQLite has one writer by itself and one file.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return
  await sql`create table turn (nothing integer)`.execute(db)
  const { rows: indexes } = await sql<{ definition: string }>`
    select pg_get_indexdef(indexrelid) as definition from pg_index where indrelid = 'entry'::regclass and not indisprimary`.execute(
    db
  )
  await sql`alter table entry rename to entry_before`.execute(db)
  await sql`create table entry (like entry_before including defaults) partition by range (received_at)`.execute(db)
  await sql`create table entry_default partition of entry default`.execute(db)
  await sql`insert into entry select * from entry_before`.execute(db)
  await sql`drop table entry_before`.execute(db)
  await sql`create unique index entry_default_key on entry_default (realm, device, number)`.execute(db)
  await sql`create index entry_default_received on entry_default (received_at)`.execute(db)
  for (const { definition } of indexes) await sql.raw(definition).execute(db)
}
