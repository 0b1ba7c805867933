import { sql } from 'kysely'
import type { ShiftStorage } from '../../ports/shift-storage.ts'
import type { Engine } from '../engine.ts'
import { bodyField } from '../body-field.ts'
import { REALM } from '../schema.ts'
import { fromPlace, fromSlot } from '../shift-row.ts'

export type Plan = Pick<
  ShiftStorage,
  'addSlots' | 'slot' | 'slots' | 'removeSlot' | 'hourCounts' | 'firstEntriesOf' | 'firstEntryAt'
>

const HOUR_MS = 3_600_000

export const slotMethods = ({ db, write }: Engine): Plan => ({
  addSlots: slots =>
    write(async trx => {
      let made = 0
      for (const { id, site, gate, start, end, places } of slots) {
        const done = await trx
          .insertInto('slot')
          .values({ realm: REALM, id, site, gate, starts_at: start, ends_at: end, places })
          .onConflict(conflict => conflict.columns(['realm', 'gate', 'starts_at', 'ends_at']).doNothing())
          .executeTakeFirst()
        made += Number(done.numInsertedOrUpdatedRows ?? 0n)
      }
      return made
    }),
  async slot(id) {
    const row = await db.selectFrom('slot').selectAll().where('realm', '=', REALM).where('id', '=', id).executeTakeFirst()
    return row === undefined ? null : fromSlot(row)
  },
  async slots({ site, fromMs, toMs }) {
    const rows = await db
      .selectFrom('slot')
      .selectAll()
      .where('realm', '=', REALM)
      .where('site', '=', site)
      .where('ends_at', '>', fromMs)
      .where('starts_at', '<', toMs)
      .orderBy('starts_at')
      .orderBy('gate')
      .execute()
    if (rows.length === 0) return []
    const places = await db
      .selectFrom('slot_place')
      .innerJoin('slot', join => join.onRef('slot.realm', '=', 'slot_place.realm').onRef('slot.id', '=', 'slot_place.slot'))
      .selectAll('slot_place')
      .where('slot.realm', '=', REALM)
      .where('slot.site', '=', site)
      .where('slot.ends_at', '>', fromMs)
      .where('slot.starts_at', '<', toMs)
      .orderBy('slot_place.taken_at')
      .execute()
    const bySlot = Map.groupBy(places.map(fromPlace), ({ slot }) => slot)
    return rows.map(row => ({ ...fromSlot(row), taken: bySlot.get(row.id) ?? [] }))
  },
  removeSlot: id =>
    write(async trx => {
      const taken = await trx
        .selectFrom('slot_place')
        .select('id')
        .where('realm', '=', REALM)
        .where('slot', '=', id)
        .limit(1)
        .executeTakeFirst()
      if (taken !== undefined) return 'taken'
      const done = await trx.deleteFrom('slot').where('realm', '=', REALM).where('id', '=', id).executeTakeFirst()
      return done.numDeletedRows === 0n ? 'missing' : 'removed'
    }),
  async hourCounts(site, gate, sinceMs) {
    const rows = await db
      .selectFrom('entry')
      .select([sql<number>`at / 3600000`.as('hour'), sql<number>`count(*)`.as('count')])
      .where('realm', '=', REALM)
      .where('site', '=', site)
      .where('at', '>=', sinceMs)
      .where(bodyField(db, 'gate'), '=', gate)
      .groupBy(sql`at / 3600000`)
      .execute()
    return new Map(rows.map(({ hour, count }) => [Number(hour) * HOUR_MS, Number(count)]))
  },
  async firstEntriesOf(site, fromMs, untilMs) {
    const operator = bodyField(db, 'operator')
    const rows = await db
      .selectFrom('entry')
      .select([operator.as('operator'), sql<number>`min(at)`.as('first')])
      .where('realm', '=', REALM)
      .where('site', '=', site)
      .where('at', '>=', fromMs)
      .where('at', '<', untilMs)
      .where(operator, 'is not', null)
      .groupBy(operator)
      .execute()
    return new Map(rows.map(row => [row.operator ?? '', Number(row.first)]))
  },
  async firstEntryAt(site) {
    const row = await db
      .selectFrom('entry')
      .select('at')
      .where('realm', '=', REALM)
      .where('site', '=', site)
      .orderBy('at')
      .limit(1)
      .executeTakeFirst()
    return row === undefined ? null : Number(row.at)
  }
})
