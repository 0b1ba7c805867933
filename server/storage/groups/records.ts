import type { RecordKind } from '../../../shared/schema/records.ts'
import type { RecordStorage } from '../../ports/record-storage.ts'
import { takeNumbers } from '../counters.ts'
import type { Engine } from '../engine.ts'
import { REALM } from '../schema.ts'

export const recordMethods = ({ db, write }: Engine): RecordStorage => ({
  addGateRecord: ({ device, id, kind, site, at, receivedAt, body }) =>
    write(async trx => {
      const held = await trx
        .selectFrom('gate_record')
        .select('id')
        .where('realm', '=', REALM)
        .where('device', '=', device)
        .where('id', '=', id)
        .executeTakeFirst()
      if (held !== undefined) return 'held'
      const sequence = await takeNumbers(trx, 'gate_record', 1)
      await trx
        .insertInto('gate_record')
        .values({ realm: REALM, device, id, kind, site, at, received_at: receivedAt, sequence, body })
        .execute()
      return 'stored'
    }),
  async gateRecords({ kind, sites, beforeSequence, fromMs, toMs, limit }) {
    let query = db
      .selectFrom('gate_record')
      .selectAll()
      .where('realm', '=', REALM)
      .where('kind', '=', kind)
      .orderBy('sequence', 'desc')
      .limit(limit)
    if (sites !== null) query = query.where('site', 'in', sites.length === 0 ? [-1] : [...sites])
    if (beforeSequence !== undefined) query = query.where('sequence', '<', beforeSequence)
    if (fromMs !== undefined) query = query.where('at', '>=', fromMs)
    if (toMs !== undefined) query = query.where('at', '<', toMs)
    const rows = await query.execute()
    return rows.map(({ device, id, site, at, received_at, sequence, body }) => ({
      device,
      id,
      kind: kind as RecordKind,
      site,
      at,
      receivedAt: received_at,
      sequence,
      body
    }))
  }
})
