import { type Kysely, sql } from 'kysely'

const TABLES: Readonly<Record<string, string>> = {
  supervisor: 'realm integer not null, serial integer not null, ends_at bigint not null, primary key (realm, serial)'
}

const INDEXES: Readonly<Record<string, string>> = {
  supervisor_end: 'supervisor (realm, ends_at)'
}

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [table, columns] of Object.entries(TABLES))
    await sql`create table ${sql.table(table)} (${sql.raw(columns)})`.execute(db)
  for (const [name, columns] of Object.entries(INDEXES))
    await sql`create index ${sql.ref(name)} on ${sql.raw(columns)}`.execute(db)
}
