import { sql } from 'kysely'
import type { DoorRow, ItemFilter, ListRow, SurveyStorage } from '../../ports/survey-storage.ts'
import { NO_TALLY } from '../../../shared/survey/coverage.ts'
import type { Standing } from '../../../shared/survey/words.ts'
import type { Engine } from '../engine.ts'
import { REALM } from '../schema.ts'
import { fromItem, fromRound, newItem, toRound } from '../survey-rows.ts'

type Methods = Pick<
  SurveyStorage,
  'addRound' | 'rounds' | 'round' | 'addItems' | 'closeRound' | 'roundLists' | 'roundItems' | 'moveItems'
>
/** Bound values of one statement: SQLite takes 32,766. */
const IN_ONE = 10_000

export const surveyRounds = (engine: Engine): Methods => ({ ...roundMethods(engine), ...itemMethods(engine) })

type RoundMethods = Pick<Methods, 'addRound' | 'rounds' | 'round' | 'addItems' | 'closeRound'>

const roundMethods = ({ db, write, insertMany }: Engine): RoundMethods => ({
  addRound: (round, items) =>
    write(async trx => {
      await trx.insertInto('survey_round').values(toRound(round)).execute()
      await insertMany(
        trx,
        'survey_item',
        items.map(item => newItem(round.id, item))
      )
    }),
  async rounds(community) {
    let query = db.selectFrom('survey_round').selectAll().where('realm', '=', REALM).orderBy('created_at', 'desc').orderBy('id')
    if (community !== null) query = query.where('community', '=', community)
    return (await query.execute()).map(fromRound)
  },
  async round(id) {
    const row = await db.selectFrom('survey_round').selectAll().where('realm', '=', REALM).where('id', '=', id).executeTakeFirst()
    return row === undefined ? null : fromRound(row)
  },
  addItems: (round, items) =>
    write(async trx => {
      const there = await trx
        .selectFrom('survey_item')
        .select('household')
        .where('realm', '=', REALM)
        .where('round', '=', round)
        .execute()
      const known = new Set(there.map(({ household }) => household))
      const fresh = items.filter(({ household }) => !known.has(household))
      await insertMany(
        trx,
        'survey_item',
        fresh.map(item => newItem(round, item))
      )
      return fresh.length
    }),
  closeRound: (id, { at, byName, figures }) =>
    write(async trx => {
      const done = await trx
        .updateTable('survey_round')
        .set({ state: 'closed', closed_at: at, closed_by_name: byName, figures: JSON.stringify(figures) })
        .where('realm', '=', REALM)
        .where('id', '=', id)
        .where('state', '=', 'open')
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    })
})

const itemMethods = ({ db, write }: Engine): Omit<Methods, keyof RoundMethods> => ({
  async roundLists(round, now) {
    const rows = await db
      .selectFrom('survey_item')
      .select(['worker', 'standing'])
      .select(({ fn }) => [fn.countAll<number>().as('count'), fn.sum<number>('attempts').as('attempts')])
      .select(sql<number>`sum(case when next_at <= ${now} and standing = 'open' then 1 else 0 end)`.as('due'))
      .select(sql<number>`sum(case when report = 'submitted' then 1 else 0 end)`.as('waiting'))
      .where('realm', '=', REALM)
      .where('round', '=', round)
      .groupBy(['worker', 'standing'])
      .orderBy('worker')
      .execute()
    const lists = new Map<string | null, ListRow>()
    for (const { worker, standing, count, attempts, due } of rows) {
      const list = lists.get(worker) ?? { worker, tally: NO_TALLY, attempts: 0, due: 0 }
      lists.set(worker, {
        worker,
        tally: { ...list.tally, [standing as Standing]: Number(count) },
        attempts: list.attempts + Number(attempts),
        due: list.due + Number(due)
      })
    }
    return { lists: [...lists.values()], toReview: rows.reduce((sum, { waiting }) => sum + Number(waiting), 0) }
  },
  async roundItems(round, filter) {
    let query = db
      .selectFrom('survey_item')
      .innerJoin('household', join =>
        join.onRef('household.realm', '=', 'survey_item.realm').onRef('household.id', '=', 'survey_item.household')
      )
      .selectAll('survey_item')
      .select(['household.site', 'household.building', 'household.unit', 'household.room', 'household.address_key'])
      .where('survey_item.realm', '=', REALM)
      .where('survey_item.round', '=', round)
      .orderBy('household.site')
      .orderBy('household.address_key')
      .limit(filter.limit)
    for (const [column, value] of conditionsOf(filter)) query = query.where(column, value === null ? 'is' : '=', value)
    const { after } = filter
    if (after !== undefined)
      query = query.where(sql<boolean>`(household.site, household.address_key) > (${after.site}, ${after.addressKey})`)
    const rows = await query.execute()
    return rows.map(
      (row): DoorRow => ({
        ...fromItem(row),
        site: row.site,
        building: row.building,
        unit: row.unit,
        room: row.room,
        addressKey: row.address_key
      })
    )
  },
  moveItems: (round, who, to) =>
    write(async trx => {
      const state = await trx
        .selectFrom('survey_round')
        .select('state')
        .where('realm', '=', REALM)
        .where('id', '=', round)
        .executeTakeFirst()
      if (state?.state !== 'open') return 0
      let moved = 0
      const update = trx.updateTable('survey_item').set({ worker: to }).where('realm', '=', REALM).where('round', '=', round)
      if ('from' in who) {
        const own = update.where('worker', who.from === null ? 'is' : '=', who.from).where('standing', '=', 'open')
        return Number((await own.executeTakeFirst()).numUpdatedRows)
      }
      for (let from = 0; from < who.households.length; from += IN_ONE) {
        const part = update.where('household', 'in', who.households.slice(from, from + IN_ONE))
        moved += Number((await part.executeTakeFirst()).numUpdatedRows)
      }
      return moved
    })
})

type Column =
  | 'survey_item.worker'
  | 'survey_item.standing'
  | 'survey_item.household'
  | 'survey_item.report'
  | 'household.site'
  | 'household.building'

const conditionsOf = (filter: ItemFilter): [Column, string | number | null][] =>
  (
    [
      ['survey_item.worker', filter.worker],
      ['survey_item.standing', filter.standing],
      ['survey_item.household', filter.household],
      ['survey_item.report', filter.report],
      ['household.site', filter.site],
      ['household.building', filter.building]
    ] as const
  ).flatMap(([column, value]): [Column, string | number | null][] => (value === undefined ? [] : [[column, value]]))
