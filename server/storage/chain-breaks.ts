import type { Kysely } from 'kysely'
import { type Database, REALM } from './schema.ts'

/** More breaks than anybody reads: a log that is broken so often was not made by our app. */
const MAX_BREAKS = 10_000

export const chainBreaks = (db: Kysely<Database>): Promise<{ device: string; number: number }[]> =>
  db
    .selectFrom('entry')
    .select(['device', 'number'])
    .where('realm', '=', REALM)
    .where('chain_broken', '=', 1)
    .orderBy('device')
    .orderBy('number')
    .limit(MAX_BREAKS)
    .execute()

export async function quarantineCounts(db: Kysely<Database>): Promise<{ device: string; count: number }[]> {
  const rows = await db
    .selectFrom('quarantine')
    .select(({ fn }) => ['device', fn.countAll<number | string>().as('count')])
    .where('realm', '=', REALM)
    .groupBy('device')
    .execute()
  return rows.map(({ device, count }) => ({ device, count: Number(count) }))
}
