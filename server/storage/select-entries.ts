import { type Kysely, sql } from 'kysely'
import type { EntryFilter } from '../ports/log-storage.ts'
import type { EntryRow } from './entry-row.ts'
import { type Database, REALM } from './schema.ts'

/** Newest first. Site by site, each from its index: the newest rows of several sites at once would need a sort of them all. */
export async function selectEntries(db: Kysely<Database>, filter: EntryFilter): Promise<EntryRow[]> {
  const { sites, limit } = filter
  if (sites === null) return newest(db, filter).execute()
  const found: EntryRow[] = []
  for (const site of new Set(sites)) found.push(...(await newest(db, filter).where('site', '=', site).execute()))
  return found.sort((a, b) => b.sequence - a.sequence).slice(0, limit)
}

function newest(db: Kysely<Database>, { device, beforeSequence, limit }: EntryFilter) {
  let query = db.selectFrom('entry').selectAll().where('realm', '=', REALM).orderBy('sequence', 'desc').limit(limit)
  if (device !== undefined) query = query.where('device', '=', device)
  if (beforeSequence !== undefined) query = query.where('sequence', '<', beforeSequence)
  return query
}

export type RecentFilter = {
  readonly site: number
  readonly afterSequence: number
  readonly sinceMs: number
  readonly limit: number
}

/**
 * Oldest first. A site has some thousand passages in the time that is asked for, and millions after sequence 0: `+ 0`
 * keeps the planner from choosing the index by sequence.
 */
export const selectRecent = (db: Kysely<Database>, { site, afterSequence, sinceMs, limit }: RecentFilter): Promise<EntryRow[]> =>
  db
    .selectFrom('entry')
    .selectAll()
    .where('realm', '=', REALM)
    .where('site', '=', site)
    .where('at', '>=', sinceMs)
    .where(sql<boolean>`sequence + 0 > ${afterSequence}`)
    .where('admitted', '=', 1)
    .where('serial', 'is not', null)
    .orderBy(sql`sequence + 0`)
    .limit(limit)
    .execute()
