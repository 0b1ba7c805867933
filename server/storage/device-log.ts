import type { Kysely, Transaction } from 'kysely'
import type { DeviceLog } from '../ports/log-storage.ts'
import type { Engine } from './engine.ts'
import { changeGaps } from './gaps.ts'
import { type Database, REALM } from './schema.ts'

/** In one statement, so that the highest number and the gaps below it are of the same instant. */
export async function deviceLog(db: Kysely<Database>, device: string, missingLimit: number): Promise<DeviceLog> {
  const rows = await db
    .selectFrom('device_log')
    .leftJoin('entry_gap', join =>
      join.onRef('entry_gap.realm', '=', 'device_log.realm').onRef('entry_gap.device', '=', 'device_log.device')
    )
    .select(['device_log.last as highest', 'entry_gap.first as first', 'entry_gap.last as last'])
    .where('device_log.realm', '=', REALM)
    .where('device_log.device', '=', device)
    .orderBy('entry_gap.first')
    .limit(Math.max(1, missingLimit))
    .execute()
  const gaps = rows.flatMap(({ first, last }) => (first === null || last === null ? [] : [[first, last] as const]))
  const highest = rows[0]?.highest ?? 0
  const [lowest] = gaps
  return { contiguous: lowest === undefined ? highest : lowest[0] - 1, last: highest, missing: gaps.slice(0, missingLimit) }
}

/** Keeps, in the same transaction, what a device delivered: its cost does not grow with the log, only with the gaps. */
export async function noteNumbers(
  trx: Transaction<Database>,
  insertMany: Engine['insertMany'],
  device: string,
  numbers: readonly number[]
): Promise<void> {
  if (numbers.length === 0) return
  const row = await trx
    .selectFrom('device_log')
    .select('last')
    .where('realm', '=', REALM)
    .where('device', '=', device)
    .executeTakeFirst()
  const touched = await trx
    .selectFrom('entry_gap')
    .select(['first', 'last'])
    .where('realm', '=', REALM)
    .where('device', '=', device)
    .where('first', '<=', Math.max(...numbers))
    .where('last', '>=', Math.min(...numbers))
    .execute()
  const { last, closed, opened } = changeGaps(
    row?.last ?? 0,
    touched.map(gap => [gap.first, gap.last] as const),
    numbers
  )
  for (const [first] of closed) {
    await trx.deleteFrom('entry_gap').where('realm', '=', REALM).where('device', '=', device).where('first', '=', first).execute()
  }
  await insertMany(
    trx,
    'entry_gap',
    opened.map(([first, end]) => ({ realm: REALM, device, first, last: end }))
  )
  await trx
    .insertInto('device_log')
    .values({ realm: REALM, device, last })
    .onConflict(conflict => conflict.columns(['realm', 'device']).doUpdateSet({ last }))
    .execute()
}
