import type { Kysely } from 'kysely'
import type { Change } from '../ports/bus.ts'
import type { ChangeMarks } from '../ports/shared-storage.ts'
import { type Database, REALM } from './schema.ts'

const COUNTERS = ['status', 'entry', 'device', 'alert', 'gate_record']
/** Phones that were revoked last: more in one interval are told when they ask for anything. */
const REVOKED_AT_ONCE = 100

/** Two small reads when nothing changed: it may be asked every second. */
export async function changesSince(
  db: Kysely<Database>,
  before: ChangeMarks | null
): Promise<{ marks: ChangeMarks; changes: Change[] }> {
  const marks = await readMarks(db)
  const changes: Change[] = []
  if (before === null) return { marks, changes }
  if (marks.trust !== before.trust) changes.push({ kind: 'trust' })
  if (marks.status !== before.status) changes.push({ kind: 'status', list: 0 })
  if (marks.entries !== before.entries)
    changes.push({ kind: 'entries', sites: await sitesAfter(db, before.entries), lastSequence: marks.entries })
  if (marks.records !== before.records) changes.push({ kind: 'records', sites: await sitesOfRecords(db, before.records) })
  if (marks.alerts !== before.alerts)
    for (const place of await placesOfAlerts(db, before.alerts)) changes.push({ kind: 'alerts', ...place })
  if (marks.devices !== before.devices) for (const device of await lastRevoked(db)) changes.push({ kind: 'device', device })
  return { marks, changes }
}

async function readMarks(db: Kysely<Database>): Promise<ChangeMarks> {
  const realm = await db.selectFrom('realm').select('trust_version').executeTakeFirst()
  const rows = await db
    .selectFrom('counter')
    .select(['name', 'value'])
    .where('realm', '=', REALM)
    .where('name', 'in', COUNTERS)
    .execute()
  const lastOf = (name: string): number => rows.find(row => row.name === name)?.value ?? 0
  return {
    trust: realm?.trust_version ?? 0,
    status: lastOf('status'),
    entries: lastOf('entry'),
    devices: lastOf('device'),
    alerts: lastOf('alert'),
    records: lastOf('gate_record')
  }
}

async function sitesAfter(db: Kysely<Database>, sequence: number): Promise<number[]> {
  const rows = await db
    .selectFrom('entry')
    .select('site')
    .distinct()
    .where('realm', '=', REALM)
    .where('sequence', '>', sequence)
    .execute()
  return rows.map(({ site }) => site).sort((a, b) => a - b)
}

async function lastRevoked(db: Kysely<Database>): Promise<string[]> {
  const rows = await db
    .selectFrom('device')
    .select('id')
    .where('realm', '=', REALM)
    .where('revoked_at', 'is not', null)
    .orderBy('revoked_at', 'desc')
    .limit(REVOKED_AT_ONCE)
    .execute()
  return rows.map(({ id }) => id)
}

async function sitesOfRecords(db: Kysely<Database>, sequence: number): Promise<number[]> {
  const rows = await db
    .selectFrom('gate_record')
    .select('site')
    .distinct()
    .where('realm', '=', REALM)
    .where('sequence', '>', sequence)
    .execute()
  return rows.map(({ site }) => site).sort((a, b) => a - b)
}

const placesOfAlerts = (db: Kysely<Database>, id: number): Promise<{ site: number; community: string | null }[]> =>
  db
    .selectFrom('alert')
    .select(['site', 'community'])
    .distinct()
    .where('realm', '=', REALM)
    .where('id', '>', id)
    .orderBy('site')
    .execute()
