import type { VisitorStorage } from '../../ports/visitor-storage.ts'
import type { Engine } from '../engine.ts'
import { fromEntryRow } from '../entry-row.ts'
import { REALM } from '../schema.ts'

export const visitorMethods = ({ db, write }: Engine): VisitorStorage => ({
  addVisitor: ({ phoneIndex, documentIndex, nameIndex, ...row }) =>
    write(async trx => {
      await trx
        .insertInto('visitor_record')
        .values({ realm: REALM, ...row, phone_index: phoneIndex, document_index: documentIndex, name_index: nameIndex })
        .onConflict(conflict => conflict.doNothing())
        .execute()
    }),
  async visitor(digest) {
    const row = await db
      .selectFrom('visitor_record')
      .selectAll()
      .where('realm', '=', REALM)
      .where('digest', '=', digest)
      .executeTakeFirst()
    if (row === undefined) return null
    const { realm: _realm, phone_index, document_index, name_index, ...rest } = row
    return { ...rest, phoneIndex: phone_index, documentIndex: document_index, nameIndex: name_index }
  },
  async countIssuedBy(issuer, since) {
    const row = await db
      .selectFrom('pass')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('realm', '=', REALM)
      .where('issued_at', '>', since)
      .where('issued_by', '=', issuer)
      .executeTakeFirstOrThrow()
    return Number(row.count)
  },
  async entry(device, number) {
    const row = await db
      .selectFrom('entry')
      .selectAll()
      .where('realm', '=', REALM)
      .where('device', '=', device)
      .where('number', '=', number)
      .executeTakeFirst()
    return row === undefined ? null : fromEntryRow(row)
  }
})
