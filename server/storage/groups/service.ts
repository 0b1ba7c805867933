import type { Storage } from '../../ports/storage.ts'
import type { Engine } from '../engine.ts'

type Methods = Pick<Storage, 'audit' | 'idempotent' | 'keepIdempotent' | 'forgetIdempotent' | 'check' | 'close'>

export const serviceMethods = ({ db, write, close }: Engine): Methods => ({
  audit: row =>
    write(async trx => {
      await trx.insertInto('audit').values(row).execute()
    }),
  async idempotent(actor, key) {
    const row = await db
      .selectFrom('idempotency')
      .selectAll()
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
        .values({ actor, key, request_hash: requestHash, status, body, created_at: createdAt })
        .onConflict(conflict => conflict.columns(['actor', 'key']).doNothing())
        .executeTakeFirst()
      return added.numInsertedOrUpdatedRows === 1n
    }),
  forgetIdempotent: before =>
    write(async trx => {
      await trx.deleteFrom('idempotency').where('created_at', '<', before).execute()
    }),
  async check() {
    await db.selectFrom('realm').select('id').execute()
  },
  close
})
