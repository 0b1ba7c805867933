import type { Realm, Storage } from '../../ports/storage.ts'
import type { Engine } from '../engine.ts'
import { REALM } from '../schema.ts'

type Methods = Pick<Storage, 'realm' | 'createRealm' | 'nextTrustVersion' | 'setting' | 'putSetting'>

export const realmMethods = ({ db, write }: Engine): Methods => ({
  async realm() {
    const row = await db.selectFrom('realm').selectAll().executeTakeFirst()
    if (row === undefined) return null
    return {
      id: row.id,
      name: row.name,
      nameEn: row.name_en,
      createdAt: row.created_at,
      trustVersion: row.trust_version,
      trustIssuedAt: row.trust_issued_at,
      nextPassNumber: row.next_pass_number
    }
  },
  createRealm: (realm: Realm) =>
    write(async trx => {
      const { id, name, nameEn, createdAt, trustVersion, trustIssuedAt, nextPassNumber } = realm
      const row = {
        realm: REALM,
        id,
        name,
        name_en: nameEn,
        created_at: createdAt,
        trust_version: trustVersion,
        trust_issued_at: trustIssuedAt,
        next_pass_number: nextPassNumber
      }
      const added = await trx
        .insertInto('realm')
        .values(row)
        .onConflict(conflict => conflict.doNothing())
        .executeTakeFirst()
      return added.numInsertedOrUpdatedRows === 1n
    }),
  nextTrustVersion: issuedAt =>
    write(async trx => {
      const row = await trx
        .updateTable('realm')
        .set(eb => ({ trust_version: eb('trust_version', '+', 1), trust_issued_at: issuedAt }))
        .returning('trust_version')
        .executeTakeFirstOrThrow()
      return row.trust_version
    }),

  async setting(name) {
    const row = await db.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst()
    return row?.value ?? null
  },
  putSetting: (name, value) =>
    write(async trx => {
      await trx
        .insertInto('setting')
        .values({ name, value })
        .onConflict(conflict => conflict.column('name').doUpdateSet({ value }))
        .execute()
    })
})
