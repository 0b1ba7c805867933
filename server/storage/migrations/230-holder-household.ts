import { type Kysely, sql } from 'kysely'

/** Whether a household has a pass. Without the realm, for the reason that 211 tells. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index pass_holder_home on pass_holder (household)`.execute(db)
}
