import { type Kysely, sql } from 'kysely'

const TABLES: Readonly<Record<string, string>> = {
  grid: `id text primary key, community text not null, name text not null, worker text, unique (community, name)`,
  division: `community text not null, code text not null, name text not null, valid_from text not null, valid_to text,
    primary key (code, valid_from)`,
  household: `realm integer not null, id bigint not null, site integer not null, community text not null,
    building text not null, unit text not null, room text not null, address_key text not null, tenure text not null,
    grid text, body text not null, version integer not null, people integer not null, verified_at bigint,
    verified_by text, verified_how text, outcome text, primary key (realm, id), unique (realm, site, address_key)`,
  person: `realm integer not null, id bigint not null, document_index text, birth_year integer, body text not null,
    version integer not null, primary key (realm, id), unique (realm, document_index)`,
  membership: `realm integer not null, household bigint not null, person bigint not null, relation text not null,
    position integer not null, since bigint not null, primary key (realm, household, person)`,
  vehicle: `realm integer not null, id bigint not null, household bigint not null, plate text not null, kind text not null,
    note text, primary key (realm, id), unique (realm, plate)`,
  household_revision: `realm integer not null, household bigint not null, version integer not null, at bigint not null,
    actor text not null, actor_name text not null, how text not null, outcome text, changes text,
    primary key (realm, household, version)`,
  /* person 0: the household itself */
  search_token: `realm integer not null, token text not null, household bigint not null, person bigint not null,
    primary key (realm, token, household, person)`
}

const INDEXES: Readonly<Record<string, string>> = {
  household_community: 'household (realm, community, site, address_key)',
  membership_person: 'membership (realm, person)',
  vehicle_household: 'vehicle (realm, household)'
}

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [table, columns] of Object.entries(TABLES))
    await sql`create table ${sql.table(table)} (${sql.raw(columns)})`.execute(db)
  for (const [name, columns] of Object.entries(INDEXES))
    await sql`create index ${sql.ref(name)} on ${sql.raw(columns)}`.execute(db)
}
