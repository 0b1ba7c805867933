import { type Kysely, sql } from 'kysely'

/** Whom a choice is for, by the kind of its issue: person, household or vehicle. Null in issues that are older. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table mass_choice add column holder bigint`.execute(db)
  await sql`create unique index mass_choice_holder on mass_choice (realm, mass_issue, holder)`.execute(db)
}
