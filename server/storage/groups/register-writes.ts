import type { RegisterStorage } from '../../ports/register-storage.ts'
import { addHouseholds } from '../add-households.ts'
import type { Engine } from '../engine.ts'
import { toRevisionRow, toVerified } from '../register-rows.ts'
import { saveHousehold } from '../save-household.ts'
import { Stale } from '../save-people.ts'
import { REALM } from '../schema.ts'

type Methods = Pick<RegisterStorage, 'addHouseholds' | 'saveHousehold' | 'noteContact'>

export const registerWrites = ({ write, insertMany, isDuplicate }: Engine): Methods => ({
  addHouseholds: async writes => {
    try {
      return await write(trx => addHouseholds(trx, insertMany, writes))
    } catch (error) {
      if (isDuplicate(error) || error instanceof Stale) return null
      throw error
    }
  },
  saveHousehold: async change => {
    try {
      return await write(trx => saveHousehold(trx, insertMany, change))
    } catch (error) {
      if (error instanceof Stale) return { kind: 'version' }
      if (isDuplicate(error)) return { kind: 'taken' }
      throw error
    }
  },
  noteContact: (household, revision) =>
    write(async trx => {
      const row = await trx
        .updateTable('household')
        .set(eb => ({ version: eb('version', '+', 1), ...toVerified(revision) }))
        .where('realm', '=', REALM)
        .where('id', '=', household)
        .returning('version')
        .executeTakeFirst()
      if (row === undefined) return false
      await insertMany(trx, 'household_revision', [toRevisionRow(household, row.version, revision)])
      return true
    })
})
