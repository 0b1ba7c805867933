import { sql, type Transaction } from 'kysely'
import type { WorkStorage } from '../../ports/work-storage.ts'
import { DAY_MS } from '../../../shared/work/local-days.ts'
import type { WorkState } from '../../../shared/work/states.ts'
import type { Engine } from '../engine.ts'
import { type Database, REALM } from '../schema.ts'
import { setPassStatus } from '../set-pass-status.ts'
import { addNotices, addWorkEvents } from '../work-rows.ts'

type Methods = Pick<WorkStorage, 'markWorkLate' | 'holdMissingReports' | 'remindReports' | 'warnOfEnd'>

/** What the clock does. Each writes what it changes and what it tells together, so that nothing is told twice. */
export const workTimers = ({ write, insertMany }: Engine): Methods => ({
  markWorkLate: (now, limit) =>
    write(async trx => {
      const rows = await trx
        .selectFrom('work_application')
        .select(['number', 'state'])
        .where(sql<boolean>`state in ('submitted', 'under-review')`)
        .where('due_at', '<', now)
        .where('late_at', 'is', null)
        .limit(limit)
        .execute()
      for (const { number } of rows)
        await trx
          .updateTable('work_application')
          .set({ late_at: now })
          .where('realm', '=', REALM)
          .where('number', '=', number)
          .execute()
      const by = { actor: 'clock', actorName: 'clock', reason: null, note: null }
      await addWorkEvents(
        trx,
        insertMany,
        rows.map(({ number, state }) => ({ number, at: now, event: 'late', state: state as WorkState, ...by }))
      )
      await addNotices(
        trx,
        insertMany,
        rows.map(({ number }) => ({ number, at: now, kind: 'late' }))
      )
      return rows.length
    }),
  holdMissingReports: (today, now, limit) =>
    write(async trx => {
      const rows = await behind(trx, 'last_report_day', today - 1, now, limit)
      for (const { serial } of rows) {
        await setPassStatus(trx, insertMany, 'held', {
          serial,
          at: now,
          action: 'hold',
          reason: 'report-missing',
          note: null,
          actor: 'clock',
          actorName: 'clock'
        })
        await trx
          .updateTable('work_card')
          .set({ hold: 'report-missing', held_at: now })
          .where('realm', '=', REALM)
          .where('serial', '=', serial)
          .execute()
      }
      await addNotices(
        trx,
        insertMany,
        rows.map(({ number }) => ({ number, at: now, kind: 'held-report-missing' }))
      )
      return rows.map(({ serial }) => serial)
    }),
  remindReports: (today, now, limit) =>
    write(async trx => {
      const rows = await behind(trx, 'reminded_day', today, now, limit)
      for (const { serial } of rows)
        await trx
          .updateTable('work_card')
          .set({ reminded_day: today })
          .where('realm', '=', REALM)
          .where('serial', '=', serial)
          .execute()
      const missing = rows.filter(row => row.last_report_day < today)
      await addNotices(
        trx,
        insertMany,
        missing.map(({ number }) => ({ number, at: now, kind: 'report-due' }))
      )
      return rows.length
    }),
  warnOfEnd: (now, limit) =>
    write(async trx => {
      const rows = await trx
        .selectFrom('work_card')
        .innerJoin('pass', join => join.onRef('pass.realm', '=', 'work_card.realm').onRef('pass.serial', '=', 'work_card.serial'))
        .select(['work_card.serial', 'work_card.number', 'pass.status'])
        .where(sql<boolean>`work_card.warned_at is null`)
        .where('work_card.ends_at', '>', Math.floor(now / 1000))
        .where('work_card.ends_at', '<=', Math.floor((now + DAY_MS) / 1000))
        .limit(limit)
        .execute()
      for (const { serial } of rows)
        await trx
          .updateTable('work_card')
          .set({ warned_at: now })
          .where('realm', '=', REALM)
          .where('serial', '=', serial)
          .execute()
      const told = rows.filter(({ status }) => status === 'valid' || status === 'held')
      await addNotices(
        trx,
        insertMany,
        told.map(({ number }) => ({ number, at: now, kind: 'expires-soon' }))
      )
      return rows.length
    })
})

/** Valid cards with a daily report that are on no hold of the service and behind a day. */
const behind = (
  trx: Transaction<Database>,
  column: 'last_report_day' | 'reminded_day',
  day: number,
  now: number,
  limit: number
) =>
  trx
    .selectFrom('work_card')
    .innerJoin('pass', join => join.onRef('pass.realm', '=', 'work_card.realm').onRef('pass.serial', '=', 'work_card.serial'))
    .select(['work_card.serial', 'work_card.number', 'work_card.last_report_day'])
    .where(sql<boolean>`work_card.daily = 1 and work_card.hold is null`)
    .where(`work_card.${column}`, '<', day)
    .where('pass.status', '=', 'valid')
    .where('pass.ends_at', '>', Math.floor(now / 1000))
    .limit(limit)
    .execute()
