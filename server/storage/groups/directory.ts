import type { GateDirection } from '../../../shared/trust/trust-bundle.ts'
import type { GateRow, Storage } from '../../ports/storage.ts'
import type { Engine } from '../engine.ts'

type Methods = Pick<Storage, 'communities' | 'addCommunity' | 'sites' | 'addSite' | 'gates' | 'addGate'>

export const directoryMethods = ({ db, write }: Engine): Methods => ({
  async communities() {
    const rows = await db.selectFrom('community').selectAll().orderBy('name').execute()
    return rows.map(({ id, name, name_en }) => ({ id, name, nameEn: name_en }))
  },
  addCommunity: ({ id, name, nameEn }) =>
    write(async trx => {
      const added = await trx
        .insertInto('community')
        .values({ id, name, name_en: nameEn })
        .onConflict(conflict => conflict.doNothing())
        .executeTakeFirst()
      return added.numInsertedOrUpdatedRows === 1n
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
        .onConflict(conflict => conflict.doNothing())
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
      const added = await trx
        .insertInto('gate')
        .values({ id, site, name, name_en: nameEn, directions: JSON.stringify(directions) })
        .onConflict(conflict => conflict.doNothing())
        .executeTakeFirst()
      return added.numInsertedOrUpdatedRows === 1n
    })
})
