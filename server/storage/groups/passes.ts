import { type Selectable, sql, type Transaction } from 'kysely'
import type { PassKind } from '../../../shared/pass/kinds.ts'
import type { PassStatus } from '../../../shared/status/status-list.ts'
import type { PassEventRow, PassFilter, PassRow, Storage } from '../../ports/storage.ts'
import { takeNumbers } from '../counters.ts'
import type { Engine } from '../engine.ts'
import { type Database, REALM } from '../schema.ts'

type Methods = Pick<
  Storage,
  'takePassNumbers' | 'addPasses' | 'pass' | 'passes' | 'passEvents' | 'changePassStatus' | 'statusExceptions'
>

export const passMethods = ({ db, write, insertMany, isDuplicate }: Engine): Methods => ({
  takePassNumbers: count =>
    write(async trx => {
      const row = await trx
        .updateTable('realm')
        .set(eb => ({ next_pass_number: eb('next_pass_number', '+', count) }))
        .returning('next_pass_number')
        .executeTakeFirstOrThrow()
      return row.next_pass_number - count
    }),
  addPasses: async (passes, events) => {
    try {
      await write(async trx => {
        for (const { serial, replaces, issuedAt } of passes) {
          if (replaces !== null) await supersede(trx, replaces, serial, issuedAt)
        }
        await insertMany(trx, 'pass', passes.map(toRow))
        await insertMany(trx, 'pass_event', eventRows(events, await takeNumbers(trx, 'pass_event', events.length)))
        for (const [keyId, count] of countBy(passes)) {
          await trx
            .updateTable('signing_key')
            .set(eb => ({ signed_count: eb('signed_count', '+', count) }))
            .where('realm', '=', REALM)
            .where('key_id', '=', keyId)
            .execute()
        }
      })
      return 'added'
    } catch (error) {
      if (error instanceof NotReplaceable || isDuplicate(error)) return 'conflict'
      throw error
    }
  },

  async pass(serial) {
    const row = await db.selectFrom('pass').selectAll().where('realm', '=', REALM).where('serial', '=', serial).executeTakeFirst()
    return row === undefined ? null : fromRow(row)
  },
  async passes(filter: PassFilter) {
    let query = db
      .selectFrom('pass')
      .selectAll()
      .where('realm', '=', REALM)
      .orderBy('issued_at', 'desc')
      .orderBy('serial', 'desc')
      .limit(filter.limit)
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
    const rows = await db
      .selectFrom('pass_event')
      .selectAll()
      .where('realm', '=', REALM)
      .where('serial', '=', serial)
      .orderBy('id')
      .execute()
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
      const row = await trx
        .selectFrom('pass')
        .select('status')
        .where('realm', '=', REALM)
        .where('serial', '=', serial)
        .executeTakeFirst()
      if (row === undefined) return 'missing'
      if (!from.includes(row.status as PassStatus)) return 'conflict'
      await trx
        .updateTable('pass')
        .set({ status: to, status_at: event.at })
        .where('realm', '=', REALM)
        .where('serial', '=', serial)
        .execute()
      await insertMany(trx, 'pass_event', eventRows([event], await takeNumbers(trx, 'pass_event', 1)))
      return 'changed'
    }),
  async statusExceptions(endsAfter) {
    const rows = await db
      .selectFrom('pass')
      .select(['serial', 'status'])
      .where('realm', '=', REALM)
      .where('status', 'in', ['revoked', 'held', 'superseded'])
      .where('ends_at', '>', endsAfter)
      .execute()
    return rows.map(({ serial, status }) => ({ serial, status: status as PassStatus }))
  }
})

/** Takes the whole batch back. */
class NotReplaceable extends Error {}

/** Throws `NotReplaceable` when there is no valid or held pass of this serial. */
async function supersede(trx: Transaction<Database>, old: number, by: number, at: number): Promise<void> {
  const done = await trx
    .updateTable('pass')
    .set({ status: 'superseded', status_at: at, replaced_by: by })
    .where('realm', '=', REALM)
    .where('serial', '=', old)
    .where('status', 'in', ['valid', 'held'])
    .executeTakeFirst()
  if (done.numUpdatedRows !== 1n) throw new NotReplaceable()
}

function countBy(passes: readonly PassRow[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { keyId } of passes) counts.set(keyId, (counts.get(keyId) ?? 0) + 1)
  return counts
}

const eventRows = (events: readonly PassEventRow[], firstId: number): Selectable<Database['pass_event']>[] =>
  events.map(({ serial, at, action, reason, note, actor, actorName }, index) => ({
    realm: REALM,
    serial,
    id: firstId + index,
    at,
    action,
    reason,
    note,
    actor,
    actor_name: actorName
  }))

const toRow = (pass: PassRow): Selectable<Database['pass']> => ({
  realm: REALM,
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
