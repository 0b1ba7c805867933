import { type Kysely, sql } from 'kysely'

/** Who made a policy and why, and when it was ended: its rules themselves are never changed. */
const COLUMNS = [
  'effective_until bigint',
  "note text not null default ''",
  'created_at bigint not null default 0',
  "created_by text not null default ''",
  'ended_at bigint',
  'ended_by text'
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of COLUMNS) await sql`alter table policy add column ${sql.raw(column)}`.execute(db)
}
