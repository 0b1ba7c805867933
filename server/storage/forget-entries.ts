import type { Kysely, Transaction } from 'kysely'
import { type Database, REALM } from './schema.ts'

/** Few enough that others' writes do not wait for long. */
const AT_ONCE = 5_000

export async function countBefore(db: Kysely<Database>, receivedBefore: number): Promise<number> {
  const { count } = await db
    .selectFrom('entry')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('realm', '=', REALM)
    .where('received_at', '<', receivedBefore)
    .executeTakeFirstOrThrow()
  return count
}

/** Forgets the oldest, by sequence, which has an index. Answers whether there may be more. */
export async function forgetEntries(trx: Transaction<Database>, receivedBefore: number): Promise<boolean> {
  await trx.deleteFrom('entry_flag').where('realm', '=', REALM).where('flagged_at', '<', receivedBefore).execute()
  const oldest = await trx
    .selectFrom('entry')
    .select(['sequence', 'received_at'])
    .where('realm', '=', REALM)
    .orderBy('sequence')
    .limit(AT_ONCE)
    .execute()
  const last = oldest.at(-1)
  if (last === undefined || oldest.every(row => row.received_at >= receivedBefore)) return false
  await trx
    .deleteFrom('entry')
    .where('realm', '=', REALM)
    .where('sequence', '<=', last.sequence)
    .where('received_at', '<', receivedBefore)
    .execute()
  return oldest.length === AT_ONCE
}
