import type { RegisterStorage } from '../../ports/register-storage.ts'
import type { Engine } from '../engine.ts'

type Methods = Pick<RegisterStorage, 'grids' | 'putGrid' | 'divisions' | 'addDivision'>

export const registerPlaces = ({ db, write, isDuplicate }: Engine): Methods => ({
  grids: () => db.selectFrom('grid').selectAll().orderBy('community').orderBy('name').execute(),
  putGrid: async grid => {
    try {
      await write(async trx => {
        await trx
          .insertInto('grid')
          .values(grid)
          .onConflict(conflict => conflict.column('id').doUpdateSet({ name: grid.name, worker: grid.worker }))
          .execute()
      })
      return true
    } catch (error) {
      if (isDuplicate(error)) return false
      throw error
    }
  },
  async divisions() {
    const rows = await db.selectFrom('division').selectAll().orderBy('code').orderBy('valid_from').execute()
    return rows.map(({ community, code, name, valid_from, valid_to }) => ({
      community,
      code,
      name,
      from: valid_from,
      to: valid_to
    }))
  },
  addDivision: ({ community, code, name, from, to }) =>
    write(async trx => {
      const added = await trx
        .insertInto('division')
        .values({ community, code, name, valid_from: from, valid_to: to })
        .onConflict(conflict => conflict.doNothing())
        .executeTakeFirst()
      return added.numInsertedOrUpdatedRows === 1n
    })
})
