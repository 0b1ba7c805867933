import { sql, type Transaction } from 'kysely'
import { FINAL_WORK_STATES, fromStatesOf, nextWorkState, type WorkState } from '../../../shared/work/states.ts'
import type { WorkPhotoKind } from '../../../shared/work/words.ts'
import type { WorkEventRow, WorkMove, WorkPolicyRow, WorkStorage, WorkUse } from '../../ports/work-storage.ts'
import { takeNumbers } from '../counters.ts'
import type { Engine } from '../engine.ts'
import { type Database, REALM } from '../schema.ts'
import { addNotices, addWorkEvents, fromEventRow, fromWorkRow, toWorkRow, workColumns } from '../work-rows.ts'

type Reads = Pick<
  WorkStorage,
  | 'workPolicies'
  | 'work'
  | 'workMany'
  | 'workBySecret'
  | 'workEvents'
  | 'workOfDocuments'
  | 'workOfPhones'
  | 'workPhoto'
  | 'workPhotoKinds'
>
type Writes = Pick<WorkStorage, 'addWorkPolicy' | 'addWork' | 'moveWork' | 'leaveWork' | 'putWorkPhoto'>

/** What is to be renewed was renewed by somebody else. */
class NotCurrent extends Error {}

/** SQLite takes 32,766 parameters in a statement, and small ones are planned well. */
const AT_ONCE = 500

export const workReads = ({ db }: Engine): Reads => {
  const uses = async (column: 'document_index' | 'phone_index', keys: readonly string[]): Promise<WorkUse[]> => {
    const found: WorkUse[] = []
    for (let at = 0; at < keys.length; at += AT_ONCE) {
      const rows = await db
        .selectFrom('work_application')
        .select(['number', 'state', 'document_index', `${column} as key`])
        .where(sql<boolean>`realm + 0 = ${REALM}`)
        .where(column, 'in', keys.slice(at, at + AT_ONCE))
        .execute()
      for (const { number, state, document_index, key } of rows)
        found.push({ number, state: state as WorkState, key: String(key), documentIndex: document_index })
    }
    return found
  }
  return {
    async workPolicies() {
      const rows = await db.selectFrom('work_policy').selectAll().orderBy('id').execute()
      return rows.map(
        ({ id, effective_from, body, note, created_at, created_by }): WorkPolicyRow => ({
          ...(JSON.parse(body) as WorkPolicyRow),
          id,
          effectiveFrom: effective_from,
          note,
          createdAt: created_at,
          createdBy: created_by
        })
      )
    },
    async work(number) {
      const row = await db
        .selectFrom('work_application')
        .selectAll()
        .where('realm', '=', REALM)
        .where('number', '=', number)
        .executeTakeFirst()
      return row === undefined ? null : fromWorkRow(row)
    },
    async workMany(numbers) {
      const rows = []
      for (let at = 0; at < numbers.length; at += AT_ONCE)
        rows.push(
          ...(await db
            .selectFrom('work_application')
            .selectAll()
            .where('realm', '=', REALM)
            .where('number', 'in', numbers.slice(at, at + AT_ONCE))
            .execute())
        )
      const place = new Map(numbers.map((number, index) => [number, index]))
      return rows.map(fromWorkRow).sort((a, b) => (place.get(a.number) ?? 0) - (place.get(b.number) ?? 0))
    },
    async workBySecret(secretHash) {
      const row = await db.selectFrom('work_application').selectAll().where('secret_hash', '=', secretHash).executeTakeFirst()
      return row === undefined ? null : fromWorkRow(row)
    },
    async workEvents(number) {
      const rows = await db
        .selectFrom('work_event')
        .selectAll()
        .where('realm', '=', REALM)
        .where('number', '=', number)
        .orderBy('id')
        .execute()
      return rows.map(fromEventRow)
    },
    workOfDocuments: indexes => uses('document_index', indexes),
    workOfPhones: indexes => uses('phone_index', indexes),
    async workPhoto(number, kind) {
      const row = await db
        .selectFrom('work_photo')
        .select(['at', 'body'])
        .where('realm', '=', REALM)
        .where('number', '=', number)
        .where('kind', '=', kind)
        .executeTakeFirst()
      return row === undefined ? null : { number, kind, ...row }
    },
    async workPhotoKinds(number) {
      const rows = await db
        .selectFrom('work_photo')
        .select('kind')
        .where('realm', '=', REALM)
        .where('number', '=', number)
        .orderBy('kind')
        .execute()
      return rows.map(({ kind }) => kind as WorkPhotoKind)
    }
  }
}

export const workWrites = ({ write, insertMany, isDuplicate }: Engine): Writes => ({
  addWorkPolicy: ({ effectiveFrom, note, createdAt, createdBy, ...rules }) =>
    write(async trx => {
      const id = await takeNumbers(trx, 'work_policy', 1)
      const body = JSON.stringify(rules)
      const row = { id, effective_from: effectiveFrom, body, note, created_at: createdAt, created_by: createdBy }
      await trx.insertInto('work_policy').values(row).execute()
      return id
    }),
  addWork: (rows, notice, { actor, actorName }) =>
    write(async trx => {
      for (const { renews } of rows) if (renews !== null) await replaceCurrent(trx, renews)
      const first = await takeNumbers(trx, 'work', rows.length)
      await insertMany(
        trx,
        'work_application',
        rows.map((row, index) => toWorkRow({ ...row, id: first + index, serial: null }))
      )
      const events = rows.map(
        ({ number, createdAt, state }): WorkEventRow => ({
          number,
          at: createdAt,
          event: state === 'draft' ? 'create' : 'submit',
          state,
          actor,
          actorName,
          reason: null,
          note: null
        })
      )
      await addWorkEvents(trx, insertMany, events)
      if (notice !== null)
        await addNotices(
          trx,
          insertMany,
          rows.map(({ number, createdAt }) => ({ number, at: createdAt, kind: notice }))
        )
      return 'added' as const
    }).catch(error => {
      if (isDuplicate(error) || error instanceof NotCurrent) return 'taken' as const
      throw error
    }),
  moveWork: moves =>
    write(async trx => {
      const done: number[] = []
      const events: WorkEventRow[] = []
      for (const [index, move] of moves.entries()) {
        const state = await moveOne(trx, move)
        if (state === null) continue
        done.push(index)
        const { number, at, event, actor, actorName, reason = null, note = null } = move
        events.push({ number, at, event, state, actor, actorName, reason, note })
      }
      await addWorkEvents(trx, insertMany, events)
      const told = done.flatMap(index => {
        const { number, at, notice } = moves[index] as WorkMove
        return notice === undefined ? [] : [{ number, at, kind: notice }]
      })
      await addNotices(trx, insertMany, told)
      return done
    }),
  leaveWork: (number, at) =>
    write(async trx => {
      const left = await trx
        .updateTable('work_application')
        .set({ left_at: at, is_current: 0 })
        .where('realm', '=', REALM)
        .where('number', '=', number)
        .where('left_at', 'is', null)
        .executeTakeFirst()
      return left.numUpdatedRows === 1n
    }),
  putWorkPhoto: ({ number, kind, at, body }) =>
    write(async trx => {
      await trx
        .insertInto('work_photo')
        .values({ realm: REALM, number, kind, at, body })
        .onConflict(conflict => conflict.columns(['realm', 'number', 'kind']).doUpdateSet({ at, body }))
        .execute()
    })
})

/** Compare and set by the table of states and the move's own condition; null: it is not possible now. */
async function moveOne(trx: Transaction<Database>, { number, event, at, actor, only, set }: WorkMove): Promise<WorkState | null> {
  const [first] = fromStatesOf(event)
  const to = first === undefined ? null : nextWorkState(first, event)
  if (to === null) return null
  const unclaimed = to === 'under-review' ? {} : { claim_by: null, claim_name: null, claim_until: null }
  let query = trx
    .updateTable('work_application')
    .set({ ...unclaimed, ...workColumns(set ?? {}), state: to })
    .where('realm', '=', REALM)
    .where('number', '=', number)
    .where('state', 'in', [...fromStatesOf(event)])
  if (only === 'mine') query = query.where('claim_by', '=', actor).where('claim_until', '>', at).where('left_at', 'is', null)
  if (only === 'claim-over') query = query.where('claim_until', '<=', at)
  if (only === 'answer-open') query = query.where('lapse_at', '>', at)
  if (only === 'answer-over') query = query.where('lapse_at', '<=', at)
  if (only === 'not-left') query = query.where('left_at', 'is', null)
  if (only === 'left') query = query.where('left_at', 'is not', null)
  const moved = await query.executeTakeFirst()
  return moved.numUpdatedRows === 1n ? to : null
}

async function replaceCurrent(trx: Transaction<Database>, number: string): Promise<void> {
  const replaced = await trx
    .updateTable('work_application')
    .set({ is_current: 0 })
    .where('realm', '=', REALM)
    .where('number', '=', number)
    .where('is_current', '=', 1)
    .where('state', 'in', [...FINAL_WORK_STATES])
    .executeTakeFirst()
  if (replaced.numUpdatedRows !== 1n) throw new NotCurrent()
}
