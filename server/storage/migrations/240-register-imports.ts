import { type Kysely, sql } from 'kysely'

/**
 * Files on their way into the register. Pages hold the rows as they were in the file, rows what was understood of them, in
 * the order of their doors, so that a household is together wherever its lines stand. All of it is encrypted and goes when
 * the import is over; `register_import` stays.
 */
const TABLES: Readonly<Record<string, string>> = {
  register_import: `realm integer not null, id text not null, community text, state text not null, step integer not null,
    created_by text not null, created_by_name text not null, created_at bigint not null, updated_at bigint not null,
    body text not null, primary key (realm, id)`,
  import_page: `realm integer not null, import_id text not null, sheet integer not null, number integer not null,
    first_line integer not null, last_line integer not null, body text not null,
    primary key (realm, import_id, sheet, number)`,
  import_fix: `realm integer not null, import_id text not null, sheet integer not null, line integer not null,
    body text not null, primary key (realm, import_id, sheet, line)`,
  import_row: `realm integer not null, import_id text not null, site integer not null, address_key text not null,
    line integer not null, document text, body text not null,
    primary key (realm, import_id, site, address_key, line)`,
  /* accepted: the version of the household over which staff took what the file says */
  import_finding: `realm integer not null, import_id text not null, line integer not null, kind text not null,
    site integer not null, address_key text not null, accepted integer, body text not null,
    primary key (realm, import_id, line, kind)`,
  /* community '': of imports into the whole realm */
  import_words: `community text primary key, words text not null`
}

const INDEXES: Readonly<Record<string, string>> = {
  register_import_newest: 'register_import (realm, created_at)',
  import_row_document: 'import_row (import_id, document)'
}

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [table, columns] of Object.entries(TABLES))
    await sql`create table ${sql.table(table)} (${sql.raw(columns)})`.execute(db)
  for (const [name, columns] of Object.entries(INDEXES))
    await sql`create index ${sql.ref(name)} on ${sql.raw(columns)}`.execute(db)
}
