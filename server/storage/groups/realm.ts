import type { GatePolicy } from '../../../shared/gate/policy.ts'
import type { GateDirection } from '../../../shared/trust/trust-bundle.ts'
import type { GateRow, Realm, Storage } from '../../ports/storage.ts'
import type { Engine } from '../engine.ts'

type Methods = Pick<
  Storage,
  | 'realm'
  | 'createRealm'
  | 'nextTrustVersion'
  | 'setting'
  | 'putSetting'
  | 'communities'
  | 'addCommunity'
  | 'sites'
  | 'addSite'
  | 'gates'
  | 'addGate'
  | 'policies'
  | 'addPolicy'
>

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
      if ((await trx.selectFrom('realm').select('id').executeTakeFirst()) !== undefined) return false
      const { id, name, nameEn, createdAt, trustVersion, trustIssuedAt, nextPassNumber } = realm
      const row = {
        id,
        name,
        name_en: nameEn,
        created_at: createdAt,
        trust_version: trustVersion,
        trust_issued_at: trustIssuedAt,
        next_pass_number: nextPassNumber
      }
      await trx.insertInto('realm').values(row).execute()
      return true
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
    }),

  async communities() {
    const rows = await db.selectFrom('community').selectAll().orderBy('name').execute()
    return rows.map(({ id, name, name_en }) => ({ id, name, nameEn: name_en }))
  },
  addCommunity: ({ id, name, nameEn }) =>
    write(async trx => {
      const taken = await trx.selectFrom('community').select('id').where('name', '=', name).executeTakeFirst()
      if (taken !== undefined) return false
      await trx.insertInto('community').values({ id, name, name_en: nameEn }).execute()
      return true
    }),
  async sites() {
    const rows = await db.selectFrom('site').selectAll().orderBy('number').execute()
    return rows.map(({ number, community, name, name_en }) => ({ number, community, name, nameEn: name_en }))
  },
  addSite: ({ number, community, name, nameEn }) =>
    write(async trx => {
      const added = await trx
        .insertInto('site')
        .values({ number, community, name, name_en: nameEn })
        .onConflict(conflict => conflict.column('number').doNothing())
        .executeTakeFirst()
      return added.numInsertedOrUpdatedRows === 1n
    }),
  async gates() {
    const rows = await db.selectFrom('gate').selectAll().orderBy('site').orderBy('name').execute()
    return rows.map(
      ({ id, site, name, name_en, directions }): GateRow => ({
        id,
        site,
        name,
        nameEn: name_en,
        directions: JSON.parse(directions) as GateDirection[]
      })
    )
  },
  addGate: ({ id, site, name, nameEn, directions }) =>
    write(async trx => {
      const taken = await trx.selectFrom('gate').select('id').where('site', '=', site).where('name', '=', name).executeTakeFirst()
      if (taken !== undefined) return false
      await trx
        .insertInto('gate')
        .values({ id, site, name, name_en: nameEn, directions: JSON.stringify(directions) })
        .execute()
      return true
    }),
  async policies() {
    const rows = await db.selectFrom('policy').select('body').orderBy('id').execute()
    return rows.map(({ body }) => JSON.parse(body) as GatePolicy)
  },
  addPolicy: policy =>
    write(async trx => {
      await trx
        .insertInto('policy')
        .values({ effective_from: policy.effectiveFrom, body: JSON.stringify(policy) })
        .execute()
    })
})
