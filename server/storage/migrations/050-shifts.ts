import { type Kysely, sql } from 'kysely'

const TABLES: Readonly<Record<string, string>> = {
  gate_record: `realm integer not null, device text not null, id text not null, kind text not null, site integer not null,
    at bigint not null, received_at bigint not null, sequence bigint not null, body text not null,
    primary key (realm, device, id)`,
  slot: `realm integer not null, id text not null, site integer not null, gate text not null, starts_at bigint not null,
    ends_at bigint not null, places integer not null, primary key (realm, id), unique (realm, gate, starts_at, ends_at)`,
  slot_place: `realm integer not null, id text not null, slot text not null, volunteer text not null, taken_at bigint not null,
    taken_by text not null, salt text not null, hash text not null, primary key (realm, id), unique (realm, slot, volunteer)`,
  volunteer: `realm integer not null, id text not null, site integer not null, name_sealed text not null,
    phone_sealed text not null, phone_index text not null, link_version integer not null, created_at bigint not null,
    primary key (realm, id), unique (realm, site, phone_index)`,
  supervisor: 'realm integer not null, serial integer not null, ends_at bigint not null, primary key (realm, serial)'
}

const INDEXES: Readonly<Record<string, string>> = {
  gate_record_newest: 'gate_record (realm, kind, sequence)',
  gate_record_time: 'gate_record (realm, kind, site, at)',
  slot_time: 'slot (realm, site, starts_at)',
  slot_place_person: 'slot_place (realm, volunteer)',
  supervisor_end: 'supervisor (realm, ends_at)'
}

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [table, columns] of Object.entries(TABLES))
    await sql`create table ${sql.table(table)} (${sql.raw(columns)})`.execute(db)
  for (const [name, columns] of Object.entries(INDEXES))
    await sql`create index ${sql.ref(name)} on ${sql.raw(columns)}`.execute(db)
}
