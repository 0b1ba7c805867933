import { type Kysely, sql } from 'kysely'

const TABLES: Readonly<Record<string, string>> = {
  work_policy: `id bigint primary key, effective_from bigint not null, body text not null, note text not null,
    created_at bigint not null, created_by text not null`,
  work_employer: `realm integer not null, id text not null, name text not null, credit_code text not null,
    community text not null, state text not null, secret_hash text not null, request_mac text not null, body text not null,
    filing text, filed_at bigint, reason text, note text, may_sign integer not null, approved_at bigint,
    created_at bigint not null, primary key (realm, id)`,
  work_application: `realm integer not null, number text not null, id bigint not null, state text not null, purpose text not null,
    community text not null, site integer, employer text, is_current integer not null, language text not null, declared_by text,
    secret_hash text not null, request_mac text, person text not null, declaration text, document_index text not null,
    phone_index text, flags text not null, created_at bigint not null, submitted_at bigint, committed_at bigint, due_at bigint,
    minutes_left integer, late_at bigint, lapse_at bigint, claim_by text, claim_name text, claim_until bigint, decided_at bigint, decided_by text,
    decided_name text, reason text, note text, photos_asked text not null, policy bigint, serial integer, renews text, refused_at bigint, over_at bigint,
    left_at bigint, primary key (realm, number)`,
  work_event: `realm integer not null, number text not null, id bigint not null, at bigint not null, event text not null,
    state text not null, actor text not null, actor_name text not null, reason text, note text,
    primary key (realm, number, id)`,
  work_card: `realm integer not null, serial integer not null, number text not null, community text not null,
    site integer not null, employer text, policy bigint not null, daily integer not null, last_report_day integer not null,
    reminded_day integer not null, hold text, held_at bigint, ends_at bigint not null, primary key (realm, serial)`,
  work_report: `realm integer not null, serial integer not null, day integer not null, at bigint not null, body text not null,
    actor text not null, primary key (realm, serial, day)`,
  work_photo: `realm integer not null, number text not null, kind text not null, at bigint not null, body text not null,
    primary key (realm, number, kind)`,
  work_notice: `realm integer not null, number text not null, id bigint not null, at bigint not null, kind text not null,
    read_at bigint, taken_at bigint, tries integer not null, primary key (realm, number, id)`,
  work_push: `realm integer not null, number text not null, body text not null, primary key (realm, number)`,
  work_look: `realm integer not null, number text not null, account text not null, at bigint not null,
    primary key (realm, number, account)`,
  work_bulk: `realm integer not null, id text not null, account text not null, body text not null, created_at bigint not null,
    primary key (realm, id)`
}

/** Without the realm, for the reason that 211 tells; the partial ones hold what waits, which stays small. */
const INDEXES: readonly string[] = [
  'unique index work_secret on work_application (secret_hash)',
  `unique index work_worker on work_application (employer, document_index) where employer is not null and is_current = 1`,
  `index work_waiting on work_application (submitted_at, id) where state in ('submitted', 'under-review')`,
  `index work_waiting_here on work_application (community, submitted_at, id) where state in ('submitted', 'under-review')`,
  'index work_state on work_application (state, community, submitted_at, id)',
  'index work_document on work_application (document_index)',
  'index work_phone on work_application (phone_index)',
  'index work_employer_workers on work_application (employer, id) where is_current = 1',
  'index work_refused on work_application (realm, refused_at)',
  'index work_over on work_application (realm, over_at)',
  'index work_card_number on work_card (number)',
  'index work_card_report on work_card (last_report_day) where daily = 1 and hold is null',
  'index work_card_place on work_card (community, serial)',
  'index work_card_employer on work_card (employer)',
  'index work_notice_out on work_notice (at) where taken_at is null',
  'unique index employer_secret on work_employer (secret_hash)',
  `unique index employer_code on work_employer (credit_code) where approved_at is not null`,
  'index employer_newest on work_employer (created_at, id)'
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [table, columns] of Object.entries(TABLES))
    await sql`create table ${sql.table(table)} (${sql.raw(columns)})`.execute(db)
  for (const index of INDEXES) await sql`create ${sql.raw(index)}`.execute(db)
}
