import { type Kysely, sql } from 'kysely'

/** What the gates of a site must know of each other: the same pass at two of them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table entry_flag (realm integer not null, device text not null, number integer not null,
    reason text not null, site integer not null, sequence bigint not null, other_device text not null,
    other_number integer not null, other_gate text not null, other_at bigint not null, flagged_at bigint not null,
    primary key (realm, device, number))`.execute(db)
  await sql`create index entry_flag_site on entry_flag (realm, site, sequence)`.execute(db)
  await sql`create index entry_serial on entry (realm, serial, at)`.execute(db)
}
