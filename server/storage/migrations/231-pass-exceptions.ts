import { type Kysely, sql } from 'kysely'

/** All that a status list is made of, so that no pass is read for it. Without valid passes: a mass issue does not pay for it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index pass_exception_state on pass (realm, ends_at, serial, status) where status <> 'valid'`.execute(db)
}
