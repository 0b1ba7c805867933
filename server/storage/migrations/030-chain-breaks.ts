import { type Kysely, sql } from 'kysely'

/** Breaks are rare, and looked for among millions. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index entry_broken on entry (realm, device, number) where chain_broken = 1`.execute(db)
}
