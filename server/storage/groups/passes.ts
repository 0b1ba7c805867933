import { sql } from 'kysely'
import type { PassStatus } from '../../../shared/status/status-list.ts'
import type { PassFilter, Storage } from '../../ports/storage.ts'
import { addPassRows, inheritHolders, passRefusal, holdToLimit, TooManyIssued } from '../add-passes.ts'
import { takeNumbers } from '../counters.ts'
import type { Engine } from '../engine.ts'
import { fromPassRow, toEventRows } from '../pass-row.ts'
import { REALM } from '../schema.ts'

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
  addPasses: async (passes, events, signaturesPerKey = Number.MAX_SAFE_INTEGER, limit) => {
    try {
      await write(async trx => {
        await addPassRows(trx, insertMany, passes, events, signaturesPerKey)
        await inheritHolders(trx, passes)
        if (limit !== undefined) await holdToLimit(trx, passes, limit)
      })
      return 'added'
    } catch (error) {
      return error instanceof TooManyIssued ? 'too-many' : passRefusal(error, isDuplicate)
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
