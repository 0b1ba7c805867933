import { sql } from 'kysely'
import type { WorkNoticeKind } from '../../../shared/work/words.ts'
import type { WorkNoticeStorage } from '../../ports/work-notice-storage.ts'
import type { Engine } from '../engine.ts'
import { REALM } from '../schema.ts'
import { addNotices } from '../work-rows.ts'

const MAX_TRIES = 3

export const workNotices = ({ db, write, insertMany }: Engine): WorkNoticeStorage => ({
  async workNotices(number, limit) {
    const rows = await db
      .selectFrom('work_notice')
      .select(['id', 'number', 'at', 'kind', 'read_at as readAt'])
      .where('realm', '=', REALM)
      .where('number', '=', number)
      .orderBy('id', 'desc')
      .limit(limit)
      .execute()
    return rows.map(row => ({ ...row, kind: row.kind as WorkNoticeKind }))
  },
  addWorkNotice: (number, kind, at) => write(trx => addNotices(trx, insertMany, [{ number, kind, at }])),
  async unreadNotices(number) {
    const row = await db
      .selectFrom('work_notice')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('realm', '=', REALM)
      .where('number', '=', number)
      .where('read_at', 'is', null)
      .executeTakeFirst()
    return Number(row?.count ?? 0)
  },
  readNotices: (number, upTo, at) =>
    write(async trx => {
      await trx
        .updateTable('work_notice')
        .set({ read_at: at })
        .where('realm', '=', REALM)
        .where('number', '=', number)
        .where('id', '<=', upTo)
        .where('read_at', 'is', null)
        .execute()
    }),
  putWorkPush: (number, subscription) =>
    write(async trx => {
      await trx.deleteFrom('work_push').where('realm', '=', REALM).where('number', '=', number).execute()
      if (subscription !== null) await trx.insertInto('work_push').values({ realm: REALM, number, body: subscription }).execute()
    }),
  async workPush(number) {
    const row = await db
      .selectFrom('work_push')
      .select('body')
      .where('realm', '=', REALM)
      .where('number', '=', number)
      .executeTakeFirst()
    return row?.body ?? null
  },
  takeNotices: (now, since, limit) =>
    write(async trx => {
      const rows = await trx
        .selectFrom('work_notice')
        .select(['id', 'number', 'at', 'kind', 'read_at as readAt'])
        .where(sql<boolean>`taken_at is null`)
        .orderBy('at')
        .limit(limit)
        .execute()
      for (const { number, id } of rows)
        await trx
          .updateTable('work_notice')
          .set(eb => ({ taken_at: now, tries: eb('tries', '+', 1) }))
          .where('realm', '=', REALM)
          .where('number', '=', number)
          .where('id', '=', id)
          .execute()
      return rows
        .filter(({ at, readAt }) => at >= since && readAt === null)
        .map(row => ({ ...row, kind: row.kind as WorkNoticeKind }))
    }),
  giveBackNotice: (number, id) =>
    write(async trx => {
      await trx
        .updateTable('work_notice')
        .set({ taken_at: null })
        .where('realm', '=', REALM)
        .where('number', '=', number)
        .where('id', '=', id)
        .where('tries', '<', MAX_TRIES)
        .execute()
    })
})
