import { type Kysely, sql } from 'kysely'
import type { LogHealth } from '../ports/shared-storage.ts'
import { type Database, REALM } from './schema.ts'

/** Counts over devices and gaps, not over entries: its cost does not grow with the log. */
export async function logHealth(db: Kysely<Database>, silentBefore: number): Promise<LogHealth> {
  const devices = await db
    .selectFrom('device')
    .select(({ fn }) => [
      fn.countAll<number>().as('devices'),
      fn.coalesce(fn.sum<number>('unsent'), sql.lit(0)).as('unsent'),
      sql<number>`coalesce(sum(case when coalesce(last_seen_at, 0) < ${silentBefore} then 1 else 0 end), 0)`.as('silent')
    ])
    .where('realm', '=', REALM)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow()
  const gaps = await db
    .selectFrom('entry_gap')
    .select(sql<number>`coalesce(sum(cast(last as bigint) - first + 1), 0)`.as('missing'))
    .where('realm', '=', REALM)
    .executeTakeFirstOrThrow()
  const { quarantined } = await db
    .selectFrom('quarantine')
    .select(({ fn }) => fn.countAll<number>().as('quarantined'))
    .where('realm', '=', REALM)
    .executeTakeFirstOrThrow()
  const jobs = await db.selectFrom('lease').select(['name', 'done_at']).orderBy('name').execute()
  return {
    ...devices,
    ...gaps,
    quarantined,
    jobs: jobs.flatMap(({ name, done_at }) => (done_at === null ? [] : [{ name, doneAt: done_at }]))
  }
}
