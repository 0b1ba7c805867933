import type { Storage } from '../../ports/storage.ts'
import { takeNumbers } from '../counters.ts'
import type { Engine } from '../engine.ts'
import { REALM } from '../schema.ts'

type Methods = Pick<Storage, 'audit' | 'idempotent' | 'keepIdempotent' | 'forgetIdempotent' | 'check' | 'copyTo' | 'close'>

export const serviceMethods = ({ db, write, check, copyTo, close }: Engine): Methods => ({
  audit: row =>
    write(async trx => {
      const id = await takeNumbers(trx, 'audit', 1)
      await trx
        .insertInto('audit')
        .values({ realm: REALM, id, ...row })
        .execute()
    }),
  async idempotent(actor, key) {
    const row = await db
      .selectFrom('idempotency')
      .selectAll()
      .where('realm', '=', REALM)
      .where('actor', '=', actor)
      .where('key', '=', key)
      .executeTakeFirst()
    if (row === undefined) return null
    return { actor, key, requestHash: row.request_hash, status: row.status, body: row.body, createdAt: row.created_at }
  },
  keepIdempotent: ({ actor, key, requestHash, status, body, createdAt }) =>
    write(async trx => {
      const added = await trx
        .insertInto('idempotency')
        .values({ realm: REALM, actor, key, request_hash: requestHash, status, body, created_at: createdAt })
        .onConflict(conflict => conflict.doNothing())
        .executeTakeFirst()
      return added.numInsertedOrUpdatedRows === 1n
    }),
  forgetIdempotent: before =>
    write(async trx => {
      await trx.deleteFrom('idempotency').where('realm', '=', REALM).where('created_at', '<', before).execute()
    }),
  check,
  copyTo,
  close
})
