import type { SupervisorStorage } from '../../ports/supervisor-storage.ts'
import type { Engine } from '../engine.ts'
import { REALM } from '../schema.ts'

export const supervisorMethods = ({ db, write }: Engine): SupervisorStorage => ({
  grantSupervisors: rights =>
    write(async trx => {
      for (const { serial, endsAt } of rights)
        await trx
          .insertInto('supervisor')
          .values({ realm: REALM, serial, ends_at: endsAt })
          .onConflict(conflict => conflict.doNothing())
          .execute()
    }),
  async isSupervisor(serial) {
    const row = await db
      .selectFrom('supervisor')
      .select('serial')
      .where('realm', '=', REALM)
      .where('serial', '=', serial)
      .executeTakeFirst()
    return row !== undefined
  },
  async supervisors(endsAfter) {
    const rows = await db
      .selectFrom('supervisor')
      .select('serial')
      .where('realm', '=', REALM)
      .where('ends_at', '>', endsAfter)
      .orderBy('serial')
      .execute()
    return rows.map(({ serial }) => serial)
  }
})
