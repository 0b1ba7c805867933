import type { Transaction } from 'kysely'
import type { AttemptRow, FieldRow, SurveyStorage } from '../../ports/survey-storage.ts'
import type { RevisionFields } from '../../ports/register-storage.ts'
import type { AttemptResult } from '../../../shared/survey/standing.ts'
import { standingOf } from '../../../shared/survey/standing.ts'
import type { Engine } from '../engine.ts'
import { fromHouseholdRow, toRevisionRow, toVerified } from '../register-rows.ts'
import { type Database, REALM } from '../schema.ts'
import { fromAttempt, fromItem, fromReport, toAttempt, toReport } from '../survey-rows.ts'

type Methods = Omit<
  SurveyStorage,
  'addRound' | 'rounds' | 'round' | 'addItems' | 'closeRound' | 'roundLists' | 'roundItems' | 'moveItems'
>

export const surveyVisits = (engine: Engine): Methods => ({
  ...attemptMethods(engine),
  ...fieldMethods(engine),
  ...reportMethods(engine)
})

const attemptMethods = ({ db, write, insertMany }: Engine): Pick<Methods, 'addAttempt' | 'attempts'> => ({
  addAttempt: (attempt, revision) =>
    write(async trx => {
      const known = await trx
        .selectFrom('survey_attempt')
        .select('id')
        .where('realm', '=', REALM)
        .where('id', '=', attempt.id)
        .executeTakeFirst()
      if (known !== undefined) return 'known'
      if (!(await noteContact(trx, insertMany, attempt.household, revision))) return 'missing'
      await trx.insertInto('survey_attempt').values(toAttempt(attempt)).execute()
      await bringUpToDate(trx, attempt)
      return 'added'
    }),
  async attempts(round, household) {
    const rows = await attemptsOf(db, round, household)
    return rows.map(fromAttempt)
  }
})

const attemptsOf = (db: Pick<Transaction<Database>, 'selectFrom'>, round: string, household: number) =>
  db
    .selectFrom('survey_attempt')
    .selectAll()
    .where('realm', '=', REALM)
    .where('household', '=', household)
    .where('round', '=', round)
    .orderBy('at')
    .orderBy('id')
    .execute()

/** The register is told when it happened; what was verified later, and arrived sooner, stays the newest. */
async function noteContact(
  trx: Transaction<Database>,
  insertMany: Engine['insertMany'],
  household: number,
  revision: RevisionFields
): Promise<boolean> {
  const row = await trx
    .updateTable('household')
    .set(eb => ({ version: eb('version', '+', 1) }))
    .where('realm', '=', REALM)
    .where('id', '=', household)
    .returning(['version', 'verified_at'])
    .executeTakeFirst()
  if (row === undefined) return false
  if (row.verified_at === null || row.verified_at <= revision.at)
    await trx.updateTable('household').set(toVerified(revision)).where('realm', '=', REALM).where('id', '=', household).execute()
  await insertMany(trx, 'household_revision', [toRevisionRow(household, row.version, revision)])
  return true
}

/** In the order in which they happened, whatever order they arrive in. A closed round keeps its standing. */
async function bringUpToDate(trx: Transaction<Database>, { round, household }: AttemptRow): Promise<void> {
  const item = await trx
    .selectFrom('survey_item')
    .innerJoin('survey_round', join =>
      join.onRef('survey_round.realm', '=', 'survey_item.realm').onRef('survey_round.id', '=', 'survey_item.round')
    )
    .select('survey_item.standing')
    .where('survey_item.realm', '=', REALM)
    .where('survey_item.round', '=', round)
    .where('survey_item.household', '=', household)
    .where('survey_round.state', '=', 'open')
    .executeTakeFirst()
  if (item === undefined) return
  const rows = await attemptsOf(trx, round, household)
  const newest = rows.at(-1)
  // A settled report of the household's own is no attempt, and no attempt takes it back.
  const standing = item.standing === 'self' ? 'self' : standingOf(rows as readonly AttemptResult[])
  await trx
    .updateTable('survey_item')
    .set({
      standing,
      attempts: rows.length,
      last_at: newest?.at ?? null,
      last_way: newest?.way ?? null,
      last_outcome: newest?.outcome ?? null,
      next_at: newest?.next_at ?? null
    })
    .where('realm', '=', REALM)
    .where('round', '=', round)
    .where('household', '=', household)
    .execute()
}

const fieldMethods = ({ db }: Engine): Pick<Methods, 'fieldHouseholds' | 'isFieldHousehold' | 'isDelivered'> => {
  const listedItems = (worker: string) =>
    db
      .selectFrom('survey_item')
      .innerJoin('survey_round', join =>
        join.onRef('survey_round.realm', '=', 'survey_item.realm').onRef('survey_round.id', '=', 'survey_item.round')
      )
      .where('survey_item.worker', '=', worker)
      .where('survey_item.realm', '=', REALM)
  const openItems = (worker: string) => listedItems(worker).where('survey_round.state', '=', 'open')
  const gridDoors = (worker: string) =>
    db.selectFrom('household').innerJoin('grid', 'grid.id', 'household.grid').where('grid.worker', '=', worker)
  return {
    async fieldHouseholds(worker, after, limit) {
      const listed = openItems(worker).select('survey_item.household as id').where('survey_item.household', '>', after)
      const ids = await listed
        .union(gridDoors(worker).select('household.id').where('household.id', '>', after))
        .orderBy('id')
        .limit(limit)
        .execute()
      if (ids.length === 0) return []
      const households = ids.map(({ id }) => id)
      const [rows, items] = await Promise.all([
        db.selectFrom('household').selectAll().where('realm', '=', REALM).where('id', 'in', households).orderBy('id').execute(),
        openItems(worker)
          .selectAll('survey_item')
          .where('survey_item.household', 'in', households)
          .orderBy('survey_round.created_at')
          .execute()
      ])
      const byHousehold = new Map(items.map(row => [row.household, fromItem(row)]))
      return rows.map((row): FieldRow => ({ household: fromHouseholdRow(row), item: byHousehold.get(row.id) ?? null }))
    },
    async isFieldHousehold(worker, household, closedAfter) {
      const [listed, grid] = await Promise.all([
        listedItems(worker)
          .select('survey_item.household')
          .where('survey_item.household', '=', household)
          .where(eb => eb.or([eb('survey_round.state', '=', 'open'), eb('survey_round.closed_at', '>', closedAfter)]))
          .executeTakeFirst(),
        gridDoors(worker).select('household.id').where('household.id', '=', household).executeTakeFirst()
      ])
      return listed !== undefined || grid !== undefined
    },
    async isDelivered(id) {
      const row = await db
        .selectFrom('survey_delivery')
        .select('id')
        .where('realm', '=', REALM)
        .where('id', '=', id)
        .executeTakeFirst()
      return row !== undefined
    }
  }
}

const reportMethods = ({ db, write }: Engine): Pick<Methods, 'report' | 'putReport' | 'replaceLink' | 'countProofFailure'> => ({
  async report(round, household) {
    const row = await db
      .selectFrom('survey_report')
      .selectAll()
      .where('realm', '=', REALM)
      .where('round', '=', round)
      .where('household', '=', household)
      .executeTakeFirst()
    return row === undefined ? null : fromReport(row)
  },
  putReport: (report, expected, standing) =>
    write(async trx => {
      const { realm, round, household, ...rest } = toReport(report)
      const done =
        expected === 0
          ? await trx
              .insertInto('survey_report')
              .values({ realm, round, household, ...rest })
              .onConflict(conflict => conflict.doNothing())
              .executeTakeFirst()
              .then(({ numInsertedOrUpdatedRows }) => numInsertedOrUpdatedRows)
          : await trx
              .updateTable('survey_report')
              .set(rest)
              .where('realm', '=', realm)
              .where('round', '=', round)
              .where('household', '=', household)
              .where('version', '=', expected)
              .executeTakeFirst()
              .then(({ numUpdatedRows }) => numUpdatedRows)
      if (done !== 1n) return false
      await trx
        .updateTable('survey_item')
        .set({ report: report.state, ...(standing === null ? {} : { standing }) })
        .where('realm', '=', realm)
        .where('round', '=', round)
        .where('household', '=', household)
        .execute()
      return true
    }),
  replaceLink: (round, household) =>
    write(async trx => {
      const row = await trx
        .updateTable('survey_item')
        .set(eb => ({ link_version: eb('link_version', '+', 1), proof_failures: 0 }))
        .where('realm', '=', REALM)
        .where('round', '=', round)
        .where('household', '=', household)
        .returning('link_version')
        .executeTakeFirst()
      return row?.link_version ?? 0
    }),
  countProofFailure: (round, household) =>
    write(async trx => {
      const row = await trx
        .updateTable('survey_item')
        .set(eb => ({ proof_failures: eb('proof_failures', '+', 1) }))
        .where('realm', '=', REALM)
        .where('round', '=', round)
        .where('household', '=', household)
        .returning('proof_failures')
        .executeTakeFirst()
      return row?.proof_failures ?? 0
    })
})
