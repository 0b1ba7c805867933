import type { SharedStorage } from '../../ports/shared-storage.ts'
import { changesSince } from '../changes.ts'
import type { Engine } from '../engine.ts'
import { logHealth } from '../log-health.ts'

export const sharedMethods = ({ db, write, exclusively }: Engine): SharedStorage => ({
  logHealth: silentBefore => logHealth(db, silentBefore),
  changesSince: before => changesSince(db, before),
  async sealedKeys() {
    const rows = await db.selectFrom('sealed_key').selectAll().orderBy('key_id').execute()
    return rows.map(({ key_id, sealed }) => ({ keyId: key_id, sealed }))
  },
  addSealedKey: (keyId, sealed) =>
    write(async trx => {
      const added = await trx
        .insertInto('sealed_key')
        .values({ key_id: keyId, sealed })
        .onConflict(conflict => conflict.doNothing())
        .executeTakeFirst()
      return added.numInsertedOrUpdatedRows === 1n
    }),
  exclusively,
  takeLease: (name, holder, now, lifeMs) =>
    write(async trx => {
      const held = await trx.selectFrom('lease').selectAll().where('name', '=', name).executeTakeFirst()
      if (held !== undefined && held.holder !== holder && held.expires_at > now) return null
      const token = held === undefined ? 1 : held.holder === holder && held.expires_at > now ? held.token : held.token + 1
      const row = { holder, token, expires_at: now + lifeMs }
      await trx
        .insertInto('lease')
        .values({ name, ...row, done_at: null })
        .onConflict(conflict => conflict.column('name').doUpdateSet(row))
        .execute()
      return token
    }),
  async lastRun(name) {
    const row = await db.selectFrom('lease').select('done_at').where('name', '=', name).executeTakeFirst()
    return row?.done_at ?? null
  },
  noteRun: (name, token, at) =>
    write(async trx => {
      const done = await trx
        .updateTable('lease')
        .set({ done_at: at })
        .where('name', '=', name)
        .where('token', '=', token)
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    })
})
