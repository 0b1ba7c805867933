import type { Selectable } from 'kysely'
import type { FeverReading } from '../../../shared/health/fever.ts'
import type { AlertKind } from '../../../shared/schema/alerts.ts'
import type { AlertRow, AlertStorage } from '../../ports/alert-storage.ts'
import { takeNumbers } from '../counters.ts'
import type { Engine } from '../engine.ts'
import { type Database, REALM } from '../schema.ts'

export const alertMethods = ({ db, write }: Engine): AlertStorage => ({
  noteFevers: readings =>
    write(async trx => {
      for (const { device, number, follows, serial, at } of readings)
        await trx
          .insertInto('fever_reading')
          .values({ realm: REALM, device, number, follows, serial, at })
          .onConflict(conflict => conflict.doNothing())
          .execute()
    }),
  async feversNear({ device, number, follows, serial, at }, withinMs) {
    const all = db.selectFrom('fever_reading').selectAll().where('realm', '=', REALM)
    const own = all.where('device', '=', device)
    const found = await own.where('follows', '=', number).execute()
    if (follows !== null) found.push(...(await own.where('number', '=', follows).execute()))
    if (serial !== null) {
      const near = all.where('serial', '=', serial).where('at', '>=', at - withinMs)
      found.push(...(await near.where('at', '<=', at + withinMs).execute()))
    }
    return found.map(({ realm: _realm, ...reading }): FeverReading => reading)
  },
  async hasAlert(device, number, kind) {
    const row = await db
      .selectFrom('alert')
      .select('id')
      .where('realm', '=', REALM)
      .where('device', '=', device)
      .where('number', '=', number)
      .where('kind', '=', kind)
      .executeTakeFirst()
    return row !== undefined
  },
  addAlert: alert =>
    write(async trx => {
      const { receivedAt, held, ...rest } = alert
      const row = { realm: REALM, ...rest, received_at: receivedAt, held: held ? (1 as const) : (0 as const) }
      const added = await trx
        .insertInto('alert')
        .values({ ...row, id: await takeNumbers(trx, 'alert', 1), acknowledged_at: null, acknowledged_by: null })
        .onConflict(conflict => conflict.doNothing())
        .executeTakeFirst()
      return added.numInsertedOrUpdatedRows === 1n
    }),
  async alert(id) {
    const row = await db.selectFrom('alert').selectAll().where('realm', '=', REALM).where('id', '=', id).executeTakeFirst()
    return row === undefined ? null : fromRow(row)
  },
  async alerts({ sites, community, isOpen, before, limit }) {
    let query = db.selectFrom('alert').selectAll().where('realm', '=', REALM).orderBy('id', 'desc').limit(limit)
    if (sites !== null)
      query = query.where(eb =>
        eb.or([...(sites.length === 0 ? [] : [eb('site', 'in', [...sites])]), eb('community', '=', community ?? '')])
      )
    if (isOpen !== undefined) query = query.where('acknowledged_at', isOpen ? 'is' : 'is not', null)
    if (before !== undefined) query = query.where('id', '<', before)
    return (await query.execute()).map(fromRow)
  },
  acknowledgeAlert: (id, at, by) =>
    write(async trx => {
      const done = await trx
        .updateTable('alert')
        .set({ acknowledged_at: at, acknowledged_by: by })
        .where('realm', '=', REALM)
        .where('id', '=', id)
        .where('acknowledged_at', 'is', null)
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    })
})

const fromRow = (row: Selectable<Database['alert']>): AlertRow => {
  const { realm: _realm, received_at, acknowledged_at, acknowledged_by, held, kind, ...rest } = row
  return {
    ...rest,
    kind: kind as AlertKind,
    held: held === 1,
    receivedAt: received_at,
    acknowledgedAt: acknowledged_at,
    acknowledgedBy: acknowledged_by
  }
}
