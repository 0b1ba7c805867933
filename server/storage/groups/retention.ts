import type { CertificateRow, RetentionStorage } from '../../ports/retention-storage.ts'
import type { Engine } from '../engine.ts'
import { forgetOldest } from '../forget-oldest.ts'
import { pseudonymiseEntries } from '../pseudonymise-entries.ts'
import { type Database, REALM } from '../schema.ts'

export const retentionMethods = ({ db, write, insertMany }: Engine): RetentionStorage => ({
  pseudonymiseEntries: options => write(trx => pseudonymiseEntries(trx, insertMany, options)),
  async passageCounts(fromDay, toDay) {
    const rows = await db
      .selectFrom('passage_count')
      .selectAll()
      .where('realm', '=', REALM)
      .where('day', '>=', fromDay)
      .where('day', '<=', toDay)
      .orderBy('day')
      .orderBy('site')
      .orderBy('gate')
      .orderBy('direction')
      .orderBy('verdict')
      .orderBy('admitted')
      .execute()
    return rows.map(({ realm: _realm, admitted, ...count }) => ({ ...count, admitted: admitted === 1 }))
  },
  forgetOldest: (thing, before) => write(trx => forgetOldest(trx, thing, before)),
  addCertificate: make =>
    write(async trx => {
      const newest = await trx
        .selectFrom('deletion_certificate')
        .selectAll()
        .where('realm', '=', REALM)
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirst()
      const made = make(newest === undefined ? null : fromRow(newest))
      const { previousHash, ...rest } = made
      await trx
        .insertInto('deletion_certificate')
        .values({ realm: REALM, ...rest, previous_hash: previousHash })
        .execute()
      return made
    }),
  async certificates(below, limit) {
    let query = db
      .selectFrom('deletion_certificate')
      .selectAll()
      .where('realm', '=', REALM)
      .orderBy('number', 'desc')
      .limit(limit)
    if (below !== null) query = query.where('number', '<', below)
    return (await query.execute()).map(fromRow)
  }
})

const fromRow = ({ number, at, body, previous_hash, hash }: Database['deletion_certificate']): CertificateRow => ({
  number,
  at,
  body,
  previousHash: previous_hash,
  hash
})
