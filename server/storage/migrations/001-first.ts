import { type Kysely, sql } from 'kysely'

/** Types and words that SQLite and PostgreSQL both know. No identity columns: they differ, so numbers come from `counter`. */
const TABLES: Readonly<Record<string, string>> = {
  realm: `realm integer primary key, id text not null, name text not null, name_en text not null, created_at bigint not null,
    trust_version bigint not null, trust_issued_at bigint not null, next_pass_number bigint not null`,
  setting: 'name text primary key, value text not null',
  community: 'id text primary key, name text not null unique, name_en text not null',
  site: 'number integer primary key, community text not null, name text not null, name_en text not null',
  gate: `id text primary key, site integer not null, name text not null, name_en text not null, directions text not null,
    unique (site, name)`,
  policy: 'id bigint primary key, effective_from bigint not null, body text not null',
  account: `id text primary key, username text not null unique, display_name text not null, role text not null, community text,
    password_hash text not null, active integer not null, created_at bigint not null, sessions_from bigint not null`,
  invite: 'token_hash text primary key, role text not null, expires_at bigint not null, used_at bigint',
  signing_key: `realm integer not null, key_id text not null, purpose text not null, public_key text not null,
    created_at bigint not null, not_before bigint not null, not_after bigint not null, signed_count integer not null,
    revoked_at bigint, primary key (realm, key_id)`,
  pass: `realm integer not null, serial integer not null, kind text not null, label text not null, document_tail text,
    site integer not null, community text, start_minute integer not null, hours integer not null, ends_at bigint not null,
    key_id text not null, text text not null, status text not null, status_at bigint not null, name_sealed text,
    document_sealed text, document_index text, name_index text, link_version integer not null, replaces integer,
    replaced_by integer, issued_at bigint not null, issued_by text not null, primary key (realm, serial)`,
  pass_event: `realm integer not null, serial integer not null, id bigint not null, at bigint not null, action text not null,
    reason text, note text, actor text not null, actor_name text not null, primary key (realm, serial, id)`,
  enrolment: `code_hash text primary key, site integer not null, created_by text not null, expires_at bigint not null,
    used_at bigint`,
  device: `realm integer not null, id text not null, name text not null, site integer not null, public_key text not null,
    enrolled_at bigint not null, enrolled_by text not null, last_seen_at bigint, revoked_at bigint, unsent integer,
    offset_ms bigint, primary key (realm, id)`,
  device_log: 'realm integer not null, device text not null, last integer not null, primary key (realm, device)',
  entry_gap: `realm integer not null, device text not null, first integer not null, last integer not null,
    primary key (realm, device, first)`,
  entry: `realm integer not null, device text not null, number integer not null, sequence bigint not null,
    site integer not null, serial integer, direction text not null, admitted integer not null, at bigint not null,
    received_at bigint not null, hash text not null, previous_hash text not null, chain_broken integer not null,
    body text not null, primary key (realm, device, number)`,
  quarantine: `realm integer not null, device text not null, id bigint not null, number integer, reason text not null,
    body text not null, received_at bigint not null, primary key (realm, device, id)`,
  audit: `realm integer not null, id bigint not null, at bigint not null, actor text not null, action text not null,
    object text not null, detail text not null, primary key (realm, id)`,
  idempotency: `realm integer not null, actor text not null, key text not null, request_hash text not null,
    status integer not null, body text not null, created_at bigint not null, primary key (realm, actor, key)`,
  counter: 'realm integer not null, name text not null, value bigint not null, primary key (realm, name)'
}

const INDEXES: Readonly<Record<string, string>> = {
  pass_newest: 'pass (realm, issued_at, serial)',
  pass_community: 'pass (realm, community, issued_at, serial)',
  pass_name: 'pass (realm, name_index, issued_at, serial)',
  pass_label: 'pass (realm, label, issued_at, serial)',
  pass_tail: 'pass (realm, document_tail, issued_at, serial)',
  // Only what is not valid: a mass issue does not pay for it.
  pass_exception: "pass (realm, issued_at, serial) where status <> 'valid'",
  entry_sequence: 'entry (realm, sequence)',
  entry_site: 'entry (realm, site, sequence)',
  entry_time: 'entry (realm, site, at)',
  entry_device: 'entry (realm, device, sequence)',
  quarantine_newest: 'quarantine (realm, id)',
  idempotency_age: 'idempotency (realm, created_at)'
}

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [table, columns] of Object.entries(TABLES))
    await sql`create table ${sql.table(table)} (${sql.raw(columns)})`.execute(db)
  for (const [name, columns] of Object.entries(INDEXES))
    await sql`create index ${sql.ref(name)} on ${sql.raw(columns)}`.execute(db)
}
