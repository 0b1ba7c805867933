import type { Selectable } from 'kysely'
import type { DeviceRow, Storage } from '../../ports/storage.ts'
import { takeNumbers } from '../counters.ts'
import type { Engine } from '../engine.ts'
import { type Database, REALM } from '../schema.ts'

type Methods = Pick<Storage, 'addEnrolment' | 'redeemEnrolment' | 'device' | 'devices' | 'revokeDevice' | 'touchDevice'>

export const deviceMethods = ({ db, write }: Engine): Methods => ({
  addEnrolment: ({ codeHash, site, createdBy, expiresAt, usedAt }) =>
    write(async trx => {
      await trx
        .insertInto('enrolment')
        .values({ code_hash: codeHash, site, created_by: createdBy, expires_at: expiresAt, used_at: usedAt })
        .execute()
    }),
  redeemEnrolment: (codeHash, now, device) =>
    write(async trx => {
      const enrolment = await trx.selectFrom('enrolment').selectAll().where('code_hash', '=', codeHash).executeTakeFirst()
      if (enrolment === undefined || enrolment.used_at !== null || enrolment.expires_at <= now) return null
      await trx.updateTable('enrolment').set({ used_at: now }).where('code_hash', '=', codeHash).execute()
      const row: DeviceRow = { ...device, site: enrolment.site, enrolledBy: enrolment.created_by }
      await trx
        .insertInto('device')
        .values({
          realm: REALM,
          id: row.id,
          name: row.name,
          site: row.site,
          public_key: JSON.stringify(row.publicKey),
          enrolled_at: row.enrolledAt,
          enrolled_by: row.enrolledBy,
          last_seen_at: row.lastSeenAt,
          revoked_at: row.revokedAt,
          unsent: row.unsent,
          offset_ms: row.offsetMs
        })
        .execute()
      return row
    }),
  async device(id) {
    const row = await db.selectFrom('device').selectAll().where('realm', '=', REALM).where('id', '=', id).executeTakeFirst()
    return row === undefined ? null : fromRow(row)
  },
  async devices() {
    const rows = await db
      .selectFrom('device')
      .selectAll()
      .where('realm', '=', REALM)
      .orderBy('enrolled_at', 'desc')
      .orderBy('id')
      .execute()
    return rows.map(fromRow)
  },
  revokeDevice: (id, at) =>
    write(async trx => {
      const done = await trx
        .updateTable('device')
        .set({ revoked_at: at })
        .where('realm', '=', REALM)
        .where('id', '=', id)
        .where('revoked_at', 'is', null)
        .executeTakeFirst()
      if (done.numUpdatedRows !== 1n) return false
      await takeNumbers(trx, 'device', 1)
      return true
    }),
  touchDevice: (id, { at, unsent, offsetMs }) =>
    write(async trx => {
      const change = {
        last_seen_at: at,
        ...(unsent === undefined ? {} : { unsent }),
        ...(offsetMs === undefined ? {} : { offset_ms: offsetMs })
      }
      await trx.updateTable('device').set(change).where('realm', '=', REALM).where('id', '=', id).execute()
    })
})

const fromRow = (row: Selectable<Database['device']>): DeviceRow => ({
  id: row.id,
  name: row.name,
  site: row.site,
  publicKey: JSON.parse(row.public_key) as DeviceRow['publicKey'],
  enrolledAt: row.enrolled_at,
  enrolledBy: row.enrolled_by,
  lastSeenAt: row.last_seen_at,
  revokedAt: row.revoked_at,
  unsent: row.unsent,
  offsetMs: row.offset_ms
})
