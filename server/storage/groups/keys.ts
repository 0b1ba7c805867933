import type { IssuingKeyRow, Storage } from '../../ports/storage.ts'
import type { Engine } from '../engine.ts'
import { REALM } from '../schema.ts'

type Methods = Pick<Storage, 'keys' | 'addKey' | 'revokeKey'>

export const keyMethods = ({ db, write }: Engine): Methods => ({
  async keys() {
    const rows = await db.selectFrom('signing_key').selectAll().where('realm', '=', REALM).orderBy('created_at').execute()
    return rows.map(row => ({
      keyId: row.key_id,
      purpose: row.purpose as IssuingKeyRow['purpose'],
      publicKey: JSON.parse(row.public_key) as IssuingKeyRow['publicKey'],
      createdAt: row.created_at,
      notBefore: row.not_before,
      notAfter: row.not_after,
      signedCount: row.signed_count,
      revokedAt: row.revoked_at
    }))
  },
  addKey: key =>
    write(async trx => {
      const added = await trx
        .insertInto('signing_key')
        .values({
          realm: REALM,
          key_id: key.keyId,
          purpose: key.purpose,
          public_key: JSON.stringify(key.publicKey),
          created_at: key.createdAt,
          not_before: key.notBefore,
          not_after: key.notAfter,
          signed_count: key.signedCount,
          revoked_at: key.revokedAt
        })
        .onConflict(conflict => conflict.doNothing())
        .executeTakeFirst()
      return added.numInsertedOrUpdatedRows === 1n
    }),
  revokeKey: (keyId, at) =>
    write(async trx => {
      const done = await trx
        .updateTable('signing_key')
        .set({ revoked_at: at })
        .where('realm', '=', REALM)
        .where('key_id', '=', keyId)
        .where('revoked_at', 'is', null)
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    })
})
