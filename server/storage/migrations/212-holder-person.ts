import { type Kysely, sql } from 'kysely'

/** Without the realm, for the reason that 211 tells. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index pass_holder_who on pass_holder (person)`.execute(db)
  await sql`drop index pass_holder_person`.execute(db)
}
