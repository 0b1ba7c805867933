import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { KeptThing } from '../ports/retention-storage.ts'
import { type Database, REALM } from './schema.ts'

type Table = keyof Database
/** Where a thing's time is, in milliseconds a unit, and which rows of other tables go with it, by the same column. */
type Place = {
  readonly table: Table
  readonly time: string
  readonly unitMs: 1 | 1000
  readonly with?: readonly { readonly table: Table; readonly column: string; readonly of: string }[]
}

const WORK_PARTS: Place['with'] = [
  ...(['work_event', 'work_photo', 'work_notice', 'work_push', 'work_look', 'work_card'] as const).map(table => ({
    table,
    column: 'number',
    of: 'number'
  })),
  { table: 'work_report', column: 'serial', of: 'serial' }
]

const PLACES: Readonly<Record<KeptThing, Place>> = {
  visitors: { table: 'visitor_record', time: 'at', unitMs: 1 },
  fevers: { table: 'fever_reading', time: 'at', unitMs: 1 },
  alerts: { table: 'alert', time: 'received_at', unitMs: 1 },
  quarantine: { table: 'quarantine', time: 'received_at', unitMs: 1 },
  'gate-records': { table: 'gate_record', time: 'received_at', unitMs: 1 },
  shifts: { table: 'slot', time: 'ends_at', unitMs: 1, with: [{ table: 'slot_place', column: 'slot', of: 'id' }] },
  /* an open round has no end yet */
  surveys: {
    table: 'survey_round',
    time: 'closed_at',
    unitMs: 1,
    with: (['survey_item', 'survey_attempt', 'survey_report'] as const).map(table => ({ table, column: 'round', of: 'id' }))
  },
  passes: {
    table: 'pass',
    time: 'ends_at',
    unitMs: 1000,
    with: [
      { table: 'pass_event', column: 'serial', of: 'serial' },
      { table: 'supervisor', column: 'serial', of: 'serial' }
    ]
  },
  'work-refused': { table: 'work_application', time: 'refused_at', unitMs: 1, with: WORK_PARTS },
  'work-cards': { table: 'work_application', time: 'over_at', unitMs: 1, with: WORK_PARTS },
  audit: { table: 'audit', time: 'at', unitMs: 1 }
}

/** Rows of this span go together: few enough that others' writes do not wait for long, however old the oldest is. */
const SPAN_MS = 600_000

/** Deletes the rows of the oldest span before the instant, with what belongs to them. How many of the thing itself went. */
export async function forgetOldest(trx: Transaction<Database>, thing: KeptThing, before: number): Promise<number> {
  const { table, time, unitMs, with: parts = [] } = PLACES[thing]
  const limit = Math.ceil(before / unitMs)
  const { rows } = await sql<{ oldest: number | null }>`
    select min(${sql.ref(time)}) as oldest from ${sql.table(table)} where realm = ${REALM}`.execute(trx)
  const oldest = rows[0]?.oldest ?? null
  if (oldest === null || oldest >= limit) return 0
  const end = Math.min(limit, oldest + SPAN_MS / unitMs)
  const isGone: RawBuilder<unknown> = sql`realm = ${REALM} and ${sql.ref(time)} < ${end}`
  for (const part of parts)
    await sql`delete from ${sql.table(part.table)} where realm = ${REALM} and ${sql.ref(part.column)} in
      (select ${sql.ref(part.of)} from ${sql.table(table)} where ${isGone})`.execute(trx)
  const { numAffectedRows } = await sql`delete from ${sql.table(table)} where ${isGone}`.execute(trx)
  return Number(numAffectedRows ?? 0n)
}
