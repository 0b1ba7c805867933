import { type Kysely, sql } from 'kysely'

/** Slow keys of the roster, made once for each document and site; and the passes of a site. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table roster_key (realm integer not null, site integer not null, document_index text not null,
    key_sealed text not null, primary key (realm, site, document_index))`.execute(db)
  await sql`create index pass_site on pass (realm, site, ends_at)`.execute(db)
}
