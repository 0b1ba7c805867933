import { type Kysely, sql } from 'kysely'

const TABLES: Readonly<Record<string, string>> = {
  passage_count: `realm integer not null, day text not null, site integer not null, gate text not null, direction text not null,
    verdict text not null, admitted integer not null, count integer not null,
    primary key (realm, day, site, gate, direction, verdict, admitted)`,
  deletion_certificate: `realm integer not null, number integer not null, at bigint not null, body text not null,
    previous_hash text not null, hash text not null, primary key (realm, number)`
}

const INDEXES: Readonly<Record<string, string>> = {
  alert_received: 'alert (realm, received_at)',
  audit_time: 'audit (realm, at)',
  quarantine_received: 'quarantine (realm, received_at)',
  gate_record_received: 'gate_record (realm, received_at)',
  pass_end: 'pass (realm, ends_at)',
  slot_end: 'slot (realm, ends_at)'
}

/** What is left of personal data when its time is over: counts, and who deleted how much when. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [table, columns] of Object.entries(TABLES))
    await sql`create table ${sql.table(table)} (${sql.raw(columns)})`.execute(db)
  for (const [name, columns] of Object.entries(INDEXES))
    await sql`create index if not exists ${sql.ref(name)} on ${sql.raw(columns)}`.execute(db)
}
