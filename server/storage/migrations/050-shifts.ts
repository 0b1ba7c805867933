import { type Kysely, sql } from 'kysely'

const TABLES: Readonly<Record<string, string>> = {
  gate_record: `realm integer not null, device text not null, id text not null, kind text not null, site integer not null,
    at bigint not null, received_at bigint not null, sequence bigint not null, body text not null,
    primary key (realm, device, id)`,
  supervisor: 'realm integer not null, serial integer not null, ends_at bigint not null, primary key (realm, serial)'
}

const INDEXES: Readonly<Record<string, string>> = {
  gate_record_newest: 'gate_record (realm, kind, sequence)',
  gate_record_time: 'gate_record (realm, kind, site, at)',
  supervisor_end: 'supervisor (realm, ends_at)'
}

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [table, columns] of Object.entries(TABLES))
    await sql`create table ${sql.table(table)} (${sql.raw(columns)})`.execute(db)
  for (const [name, columns] of Object.entries(INDEXES))
    await sql`create index ${sql.ref(name)} on ${sql.raw(columns)}`.execute(db)
}
