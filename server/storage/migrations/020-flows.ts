import { type Kysely, sql } from 'kysely'

const TABLES: Readonly<Record<string, string>> = {
  fever_reading: `realm integer not null, device text not null, number integer not null, follows integer, serial integer,
    at bigint not null, primary key (realm, device, number)`,
  alert: `realm integer not null, id bigint not null, kind text not null, device text not null, number integer not null,
    site integer not null, gate text not null, community text, at bigint not null, received_at bigint not null, serial integer,
    label text, held integer not null, note text, acknowledged_at bigint, acknowledged_by text, primary key (realm, id),
    unique (realm, device, number, kind)`,
  visitor_record: `realm integer not null, digest text not null, device text not null, number integer not null,
    site integer not null, at bigint not null, record text, failure text, phone_index text, document_index text,
    name_index text, primary key (realm, digest)`
}

const INDEXES: Readonly<Record<string, string>> = {
  fever_follows: 'fever_reading (realm, device, follows)',
  fever_serial: 'fever_reading (realm, serial, at)',
  fever_time: 'fever_reading (realm, at)',
  alert_site: 'alert (realm, site, id)',
  alert_open: 'alert (realm, acknowledged_at, id)',
  visitor_time: 'visitor_record (realm, at)',
  visitor_phone: 'visitor_record (realm, phone_index)',
  visitor_document: 'visitor_record (realm, document_index)'
}

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [table, columns] of Object.entries(TABLES))
    await sql`create table ${sql.table(table)} (${sql.raw(columns)})`.execute(db)
  for (const [name, columns] of Object.entries(INDEXES))
    await sql`create index ${sql.ref(name)} on ${sql.raw(columns)}`.execute(db)
}
