import { sql } from 'kysely'
import type { WorkState } from '../../../shared/work/states.ts'
import type { WorkEmployerStorage } from '../../ports/work-employer-storage.ts'
import type { Engine } from '../engine.ts'
import { REALM } from '../schema.ts'
import { employerColumns, fromEmployerRow, fromWorkRow, toEmployerRow } from '../work-rows.ts'

export const workEmployers = ({ db, write, insertMany, isDuplicate }: Engine): WorkEmployerStorage => ({
  addEmployer: row =>
    write(async trx => {
      await insertMany(trx, 'work_employer', [toEmployerRow(row)])
      return 'added' as const
    }).catch(error => {
      if (isDuplicate(error)) return 'taken' as const
      throw error
    }),
  async employer(id) {
    const row = await db
      .selectFrom('work_employer')
      .selectAll()
      .where('realm', '=', REALM)
      .where('id', '=', id)
      .executeTakeFirst()
    return row === undefined ? null : fromEmployerRow(row)
  },
  async employersById(ids) {
    if (ids.length === 0) return []
    const rows = await db
      .selectFrom('work_employer')
      .selectAll()
      .where('realm', '=', REALM)
      .where('id', 'in', [...ids])
      .execute()
    return rows.map(fromEmployerRow)
  },
  async employerBySecret(secretHash) {
    const row = await db.selectFrom('work_employer').selectAll().where('secret_hash', '=', secretHash).executeTakeFirst()
    return row === undefined ? null : fromEmployerRow(row)
  },
  async employers({ community, state, before, limit }) {
    let query = db
      .selectFrom('work_employer')
      .selectAll()
      .where(sql<boolean>`realm + 0 = ${REALM}`)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
    if (community !== null) query = query.where('community', '=', community)
    if (state !== undefined) query = query.where('state', '=', state)
    if (before !== undefined) query = query.where(sql<boolean>`(created_at, id) < (${before.createdAt}, ${before.id})`)
    return (await query.execute()).map(fromEmployerRow)
  },
  changeEmployer: (id, from, to, change) =>
    write(async trx => {
      const done = await trx
        .updateTable('work_employer')
        .set({ ...employerColumns(change), state: to })
        .where('realm', '=', REALM)
        .where('id', '=', id)
        .where('state', 'in', [...from])
        .executeTakeFirst()
      return done.numUpdatedRows === 1n ? ('changed' as const) : ('conflict' as const)
    }).catch(error => {
      if (isDuplicate(error)) return 'taken' as const
      throw error
    }),
  async workersOf(employer, { state, after, limit }) {
    let query = db
      .selectFrom('work_application')
      .selectAll()
      .where('employer', '=', employer)
      .where(sql<boolean>`is_current = 1`)
      .orderBy('id')
      .limit(limit)
    if (state !== undefined) query = query.where('state', '=', state)
    if (after !== undefined) query = query.where('id', '>', after)
    return (await query.execute()).map(fromWorkRow)
  },
  async workerCounts(employers) {
    if (employers.length === 0) return []
    const rows = await db
      .selectFrom('work_application')
      .select(({ fn }) => ['employer', 'state', fn.countAll<number>().as('count')])
      .where('employer', 'in', [...employers])
      .where(sql<boolean>`is_current = 1`)
      .groupBy(['employer', 'state'])
      .execute()
    return rows.map(({ employer, state, count }) => ({
      employer: employer ?? '',
      state: state as WorkState,
      count: Number(count)
    }))
  },
  async cardCounts(employer, today) {
    const row = await db
      .selectFrom('work_card')
      .innerJoin('pass', join => join.onRef('pass.realm', '=', 'work_card.realm').onRef('pass.serial', '=', 'work_card.serial'))
      .select(({ fn, eb }) => [
        fn.sum<number | null>(eb.case().when('pass.status', '=', 'held').then(1).else(0).end()).as('held'),
        fn.sum<number | null>(eb.case().when('work_card.last_report_day', '=', today).then(1).else(0).end()).as('reported')
      ])
      .where('work_card.employer', '=', employer)
      .where('pass.status', 'in', ['valid', 'held'])
      .executeTakeFirst()
    return { held: Number(row?.held ?? 0), reported: Number(row?.reported ?? 0) }
  }
})
