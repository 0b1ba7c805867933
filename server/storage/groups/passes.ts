import { sql, type Transaction } from 'kysely'
import type { PassStatus } from '../../../shared/status/status-list.ts'
import type { PassFilter, PassRow, Storage } from '../../ports/storage.ts'
import { takeNumbers } from '../counters.ts'
import type { Engine } from '../engine.ts'
import { fromPassRow, toEventRows, toPassRow } from '../pass-row.ts'
import { type Database, REALM } from '../schema.ts'

type Writes = Pick<Storage, 'takePassNumbers' | 'addPasses' | 'changePassStatus'>
type Reads = Pick<Storage, 'pass' | 'passes' | 'passEvents' | 'statusExceptions'>

export const passReads = ({ db }: Engine): Reads => ({
  async pass(serial) {
    const row = await db.selectFrom('pass').selectAll().where('realm', '=', REALM).where('serial', '=', serial).executeTakeFirst()
    return row === undefined ? null : fromPassRow(row)
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
    const isLookUp = label !== undefined || documentTail !== undefined || nameIndex !== undefined
    // A person has few passes and a community many: an expression keeps the planner from reading the community's.
    if (community !== null && isLookUp) query = query.where(sql<boolean>`coalesce(community, '') = ${community}`)
    else if (community !== null) query = query.where('community', '=', community)
    if (serial !== undefined) query = query.where('serial', '=', serial)
    if (label !== undefined) query = query.where('label', '=', label)
    if (documentTail !== undefined) query = query.where('document_tail', '=', documentTail)
    if (nameIndex !== undefined) query = query.where('name_index', '=', nameIndex)
    if (kind !== undefined) query = query.where('kind', '=', kind)
    if (status !== undefined) query = query.where('status', '=', status)
    if (status !== undefined && status !== 'valid') query = query.where('status', '<>', 'valid')
    if (site !== undefined) query = query.where('site', '=', site)
    if (before !== undefined) query = query.where(sql<boolean>`(issued_at, serial) < (${before.issuedAt}, ${before.serial})`)
    return (await query.execute()).map(fromPassRow)
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
  async statusExceptions(endsAfter) {
    const rows = await db
      .selectFrom('pass')
      .select(['serial', 'status'])
      .where('realm', '=', REALM)
      .where('status', '<>', 'valid') // the words of the index, which engines look for
      .where('ends_at', '>', endsAfter)
      .execute()
    return rows.map(({ serial, status }) => ({ serial, status: status as PassStatus }))
  }
})

export const passWrites = ({ write, insertMany, isDuplicate }: Engine): Writes => ({
  takePassNumbers: count =>
    write(async trx => {
      const row = await trx
        .updateTable('realm')
        .set(eb => ({ next_pass_number: eb('next_pass_number', '+', count) }))
        .returning('next_pass_number')
        .executeTakeFirstOrThrow()
      return row.next_pass_number - count
    }),
  addPasses: async (passes, events, signaturesPerKey = Number.MAX_SAFE_INTEGER) => {
    try {
      await write(async trx => {
        for (const { serial, replaces, issuedAt } of passes) {
          if (replaces !== null) await supersede(trx, replaces, serial, issuedAt)
        }
        if (passes.some(({ replaces }) => replaces !== null)) await takeNumbers(trx, 'status', 1)
        await insertMany(trx, 'pass', passes.map(toPassRow))
        await insertMany(trx, 'pass_event', toEventRows(events, await takeNumbers(trx, 'pass_event', events.length)))
        for (const [keyId, count] of countBy(passes)) {
          const counted = await trx
            .updateTable('signing_key')
            .set(eb => ({ signed_count: eb('signed_count', '+', count) }))
            .where('realm', '=', REALM)
            .where('key_id', '=', keyId)
            .returning('signed_count')
            .executeTakeFirst()
          if ((counted?.signed_count ?? 0) > signaturesPerKey) throw new TooManySignatures()
        }
      })
      return 'added'
    } catch (error) {
      if (error instanceof NotReplaceable || isDuplicate(error)) return 'conflict'
      if (error instanceof TooManySignatures) return 'key-full'
      throw error
    }
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
      await insertMany(trx, 'pass_event', toEventRows([event], await takeNumbers(trx, 'pass_event', 1)))
      await takeNumbers(trx, 'status', 1)
      return 'changed'
    })
})

/** Takes the whole batch back. */
class NotReplaceable extends Error {}
/** Another server used the key at the same time. */
class TooManySignatures extends Error {}

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
