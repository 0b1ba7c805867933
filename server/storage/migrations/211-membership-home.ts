import { type Kysely, sql } from 'kysely'

/** Without the realm: SQLite, which keeps no statistics here, takes an equal realm for a few rows and reads all of them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index membership_home on membership (person, household)`.execute(db)
}
