import { type Selectable, sql, type Transaction } from 'kysely'
import type { PassKind } from '../../../shared/pass/kinds.ts'
import type { PassStatus } from '../../../shared/status/status-list.ts'
import type { IssuingKeyRow, PassEventRow, PassFilter, PassRow, Storage } from '../../ports/storage.ts'
import type { Engine } from '../engine.ts'
import type { Database } from '../schema.ts'

type Methods = Pick<
  Storage,
  | 'keys'
  | 'addKey'
  | 'revokeKey'
  | 'takePassNumbers'
  | 'addPasses'
  | 'pass'
  | 'passes'
  | 'passEvents'
  | 'changePassStatus'
  | 'statusExceptions'
>

export const passMethods = ({ db, write, insertMany }: Engine): Methods => ({
  async keys() {
    const rows = await db.selectFrom('signing_key').selectAll().orderBy('created_at').execute()
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
          key_id: key.keyId,
          purpose: key.purpose,
          public_key: JSON.stringify(key.publicKey),
          created_at: key.createdAt,
          not_before: key.notBefore,
          not_after: key.notAfter,
          signed_count: key.signedCount,
          revoked_at: key.revokedAt
        })
        .onConflict(conflict => conflict.column('key_id').doNothing())
        .executeTakeFirst()
      return added.numInsertedOrUpdatedRows === 1n
    }),
  revokeKey: (keyId, at) =>
    write(async trx => {
      const done = await trx
        .updateTable('signing_key')
        .set({ revoked_at: at })
        .where('key_id', '=', keyId)
        .where('revoked_at', 'is', null)
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    }),

  takePassNumbers: count =>
    write(async trx => {
      const row = await trx
        .updateTable('realm')
        .set(eb => ({ next_pass_number: eb('next_pass_number', '+', count) }))
        .returning('next_pass_number')
        .executeTakeFirstOrThrow()
      return row.next_pass_number - count
    }),
  addPasses: (passes, events) =>
    write(async trx => {
      for (const { serial, replaces, issuedAt } of passes) {
        if (replaces !== null && !(await supersede(trx, replaces, serial, issuedAt))) return 'conflict'
      }
      await insertMany(trx, 'pass', passes.map(toRow))
      await insertMany(trx, 'pass_event', events.map(eventRow))
      for (const [keyId, count] of countBy(passes)) {
        await trx
          .updateTable('signing_key')
          .set(eb => ({ signed_count: eb('signed_count', '+', count) }))
          .where('key_id', '=', keyId)
          .execute()
      }
      return 'added'
    }),

  async pass(serial) {
    const row = await db.selectFrom('pass').selectAll().where('serial', '=', serial).executeTakeFirst()
    return row === undefined ? null : fromRow(row)
  },
  async passes(filter: PassFilter) {
    let query = db.selectFrom('pass').selectAll().orderBy('issued_at', 'desc').orderBy('serial', 'desc').limit(filter.limit)
    const { community, serial, label, documentTail, nameIndex, kind, status, site, before } = filter
    if (community !== null) query = query.where('community', '=', community)
    if (serial !== undefined) query = query.where('serial', '=', serial)
    if (label !== undefined) query = query.where('label', '=', label)
    if (documentTail !== undefined) query = query.where('document_tail', '=', documentTail)
    if (nameIndex !== undefined) query = query.where('name_index', '=', nameIndex)
    if (kind !== undefined) query = query.where('kind', '=', kind)
    if (status !== undefined) query = query.where('status', '=', status)
    if (site !== undefined) query = query.where('site', '=', site)
    if (before !== undefined) query = query.where(sql<boolean>`(issued_at, serial) < (${before.issuedAt}, ${before.serial})`)
    return (await query.execute()).map(fromRow)
  },
  async passEvents(serial) {
    const rows = await db.selectFrom('pass_event').selectAll().where('serial', '=', serial).orderBy('id').execute()
    return rows.map(({ at, action, reason, note, actor, actor_name }) => ({
      serial,
      at,
      action,
      reason,
      note,
      actor,
      actorName: actor_name
    }))
  },
  changePassStatus: (serial, from, to, event) =>
    write(async trx => {
      const row = await trx.selectFrom('pass').select('status').where('serial', '=', serial).executeTakeFirst()
      if (row === undefined) return 'missing'
      if (!from.includes(row.status as PassStatus)) return 'conflict'
      await trx.updateTable('pass').set({ status: to, status_at: event.at }).where('serial', '=', serial).execute()
      await insertMany(trx, 'pass_event', [eventRow(event)])
      return 'changed'
    }),
  async statusExceptions(endsAfter) {
    const rows = await db
      .selectFrom('pass')
      .select(['serial', 'status'])
      .where('status', 'in', ['revoked', 'held', 'superseded'])
      .where('ends_at', '>', endsAfter)
      .execute()
    return rows.map(({ serial, status }) => ({ serial, status: status as PassStatus }))
  }
})

/** Whether there was a valid or held pass to be superseded. */
async function supersede(trx: Transaction<Database>, old: number, by: number, at: number): Promise<boolean> {
  const done = await trx
    .updateTable('pass')
    .set({ status: 'superseded', status_at: at, replaced_by: by })
    .where('serial', '=', old)
    .where('status', 'in', ['valid', 'held'])
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

function countBy(passes: readonly PassRow[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { keyId } of passes) counts.set(keyId, (counts.get(keyId) ?? 0) + 1)
  return counts
}

const eventRow = ({ serial, at, action, reason, note, actor, actorName }: PassEventRow) => ({
  serial,
  at,
  action,
  reason,
  note,
  actor,
  actor_name: actorName
})

const toRow = (pass: PassRow): Selectable<Database['pass']> => ({
  serial: pass.serial,
  kind: pass.kind,
  label: pass.label,
  document_tail: pass.documentTail,
  site: pass.site,
  community: pass.community,
  start_minute: pass.startMinute,
  hours: pass.hours,
  ends_at: pass.endsAt,
  key_id: pass.keyId,
  text: pass.text,
  status: pass.status,
  status_at: pass.statusAt,
  name_sealed: pass.nameSealed,
  document_sealed: pass.documentSealed,
  document_index: pass.documentIndex,
  name_index: pass.nameIndex,
  link_version: pass.linkVersion,
  replaces: pass.replaces,
  replaced_by: pass.replacedBy,
  issued_at: pass.issuedAt,
  issued_by: pass.issuedBy
})

const fromRow = (row: Selectable<Database['pass']>): PassRow => ({
  serial: row.serial,
  kind: row.kind as PassKind,
  label: row.label,
  documentTail: row.document_tail,
  site: row.site,
  community: row.community,
  startMinute: row.start_minute,
  hours: row.hours,
  endsAt: row.ends_at,
  keyId: row.key_id,
  text: row.text,
  status: row.status as PassStatus,
  statusAt: row.status_at,
  nameSealed: row.name_sealed,
  documentSealed: row.document_sealed,
  documentIndex: row.document_index,
  nameIndex: row.name_index,
  linkVersion: row.link_version,
  replaces: row.replaces,
  replacedBy: row.replaced_by,
  issuedAt: row.issued_at,
  issuedBy: row.issued_by
})
