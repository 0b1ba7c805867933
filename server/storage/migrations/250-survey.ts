import { type Kysely, sql } from 'kysely'

const TABLES: Readonly<Record<string, string>> = {
  survey_round: `realm integer not null, id text not null, community text not null, name text not null, from_day text not null,
    to_day text not null, scope text not null, state text not null, created_at bigint not null, created_by text not null,
    created_by_name text not null, closed_at bigint, closed_by_name text, figures text, primary key (realm, id)`,
  survey_item: `realm integer not null, round text not null, household bigint not null, worker text, standing text not null,
    attempts integer not null, last_at bigint, last_way text, last_outcome text, next_at bigint, report text,
    link_version integer not null, proof_failures integer not null, primary key (realm, round, household)`,
  /* round '': outside any round */
  survey_attempt: `realm integer not null, id text not null, round text not null, household bigint not null,
    actor text not null, actor_name text not null, at bigint not null, received_at bigint not null, way text not null,
    outcome text not null, next_at bigint, note text, primary key (realm, id)`,
  survey_delivery: `realm integer not null, id text not null, household bigint not null, version integer not null,
    primary key (realm, id)`,
  survey_report: `realm integer not null, round text not null, household bigint not null, version integer not null,
    state text not null, body text not null, question text, submitted_at bigint not null, settled_at bigint,
    settled_by_name text, primary key (realm, round, household)`
}

/** Without the realm, for the reason that 211 tells. */
const INDEXES: Readonly<Record<string, string>> = {
  survey_item_worker: 'survey_item (worker, household)',
  survey_item_home: 'survey_item (household)',
  survey_attempt_home: 'survey_attempt (household, round)',
  household_grid: 'household (grid, id)'
}

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [table, columns] of Object.entries(TABLES))
    await sql`create table ${sql.table(table)} (${sql.raw(columns)})`.execute(db)
  for (const [name, columns] of Object.entries(INDEXES))
    await sql`create index ${sql.ref(name)} on ${sql.raw(columns)}`.execute(db)
}
