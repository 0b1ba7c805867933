import { type Kysely, sql } from 'kysely'

/** When the holder was told that the card ends soon. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table work_card add column warned_at bigint`.execute(db)
  await sql`create index work_card_end on work_card (ends_at) where warned_at is null`.execute(db)
}
