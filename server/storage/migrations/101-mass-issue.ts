import { type Kysely, sql } from 'kysely'

const TABLES: Readonly<Record<string, string>> = {
  mass_issue: `realm integer not null, id text not null, community text not null, filter text not null, state text not null,
    total integer not null, next integer not null, issued integer not null, created_by text not null,
    created_by_name text not null, created_at bigint not null, approved_by text, approved_by_name text,
    updated_at bigint not null, primary key (realm, id)`,
  mass_choice: `realm integer not null, mass_issue text not null, position integer not null, household bigint not null,
    person bigint, vehicle bigint, replaces integer, primary key (realm, mass_issue, position)`,
  mass_skip: `realm integer not null, mass_issue text not null, position integer not null, reason text not null,
    primary key (realm, mass_issue, position)`,
  pass_holder: `realm integer not null, serial integer not null, household bigint not null, person bigint, vehicle bigint,
    mass_issue text not null, primary key (realm, serial)`
}

const INDEXES: Readonly<Record<string, string>> = {
  mass_issue_newest: 'mass_issue (realm, created_at)',
  pass_holder_person: 'pass_holder (realm, person)',
  pass_document: 'pass (realm, document_index)'
}

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [table, columns] of Object.entries(TABLES))
    await sql`create table ${sql.table(table)} (${sql.raw(columns)})`.execute(db)
  for (const [name, columns] of Object.entries(INDEXES))
    await sql`create index ${sql.ref(name)} on ${sql.raw(columns)}`.execute(db)
}
