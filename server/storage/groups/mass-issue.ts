import type { Selectable, Transaction } from 'kysely'
import type { MassExclusion, MassFilter } from '../../../shared/schema/mass-issue.ts'
import type { MassIssueRow, MassIssueStorage, MassStep, PassOf } from '../../ports/mass-issue-storage.ts'
import { addPassRows, passRefusal } from '../add-passes.ts'
import type { Engine } from '../engine.ts'
import { type Database, REALM } from '../schema.ts'
import { standingPasses } from '../standing-passes.ts'

type Methods = Pick<
  MassIssueStorage,
  'addMassIssue' | 'massIssue' | 'massIssues' | 'massChoices' | 'massSkips' | 'changeMassIssue' | 'addMassStep'
>

/** Takes a step back that is not this one's any more. */
class StaleStep extends Error {}
/** Takes a step back whose passes would stand beside others. */
class NotAlone extends Error {}

export const massIssueMethods = (engine: Engine): Methods => ({ ...reads(engine), ...writes(engine) })

const reads = ({ db }: Engine): Pick<Methods, 'massIssue' | 'massIssues' | 'massChoices' | 'massSkips'> => ({
  async massIssue(id) {
    const row = await db.selectFrom('mass_issue').selectAll().where('realm', '=', REALM).where('id', '=', id).executeTakeFirst()
    return row === undefined ? null : fromRow(row)
  },
  async massIssues(community, limit) {
    let query = db.selectFrom('mass_issue').selectAll().where('realm', '=', REALM).orderBy('created_at', 'desc').limit(limit)
    if (community !== null) query = query.where('community', '=', community)
    return (await query.execute()).map(fromRow)
  },
  massChoices: (id, from, limit) =>
    db
      .selectFrom('mass_choice')
      .select(['household', 'person', 'vehicle', 'replaces'])
      .where('realm', '=', REALM)
      .where('mass_issue', '=', id)
      .where('position', '>=', from)
      .where('position', '<', from + limit)
      .orderBy('position')
      .execute(),
  async massSkips(id) {
    const rows = await db
      .selectFrom('mass_skip')
      .select(({ fn }) => ['reason', fn.countAll<number>().as('count')])
      .where('realm', '=', REALM)
      .where('mass_issue', '=', id)
      .groupBy('reason')
      .orderBy('reason')
      .execute()
    return rows.map(({ reason, count }) => ({ reason: reason as MassExclusion, count: Number(count) }))
  }
})

const writes = ({
  write,
  insertMany,
  isDuplicate
}: Engine): Pick<Methods, 'addMassIssue' | 'changeMassIssue' | 'addMassStep'> => ({
  addMassIssue: (row, choices) =>
    write(async trx => {
      await insertMany(trx, 'mass_issue', [toRow(row)])
      const { id, filter } = row
      const rows = choices.map((choice, position) => ({
        realm: REALM,
        mass_issue: id,
        position,
        ...choice,
        holder: choice[filter.kind]
      }))
      await insertMany(trx, 'mass_choice', rows)
      return true
    }).catch(error => {
      if (isDuplicate(error)) return false
      throw error
    }),
  changeMassIssue: (id, from, to, { at, approvedBy, approvedByName }) =>
    write(async trx => {
      const approval = approvedBy === undefined ? {} : { approved_by: approvedBy, approved_by_name: approvedByName ?? null }
      const done = await trx
        .updateTable('mass_issue')
        .set({ state: to, updated_at: at, ...approval })
        .where('realm', '=', REALM)
        .where('id', '=', id)
        .where('state', 'in', [...from])
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    }),
  addMassStep: async step => {
    try {
      await write(async trx => {
        await moveOn(trx, step)
        await requireUnchanged(trx, step)
        const { id, passes, holders, skips } = step
        if (passes.length > 0) await addPassRows(trx, insertMany, passes, step.events, step.signaturesPerKey)
        await insertMany(trx, 'pass_holder', holderRows(step, holders))
        await insertMany(
          trx,
          'mass_skip',
          skips.map(skip => ({ realm: REALM, mass_issue: id, ...skip }))
        )
      })
      return 'added'
    } catch (error) {
      if (error instanceof StaleStep) return 'stale'
      return error instanceof NotAlone ? 'conflict' : passRefusal(error, isDuplicate)
    }
  }
})

async function moveOn(trx: Transaction<Database>, { id, next, count, passes, at }: MassStep): Promise<void> {
  const moved = await trx
    .updateTable('mass_issue')
    .set(eb => ({
      next: next + count,
      issued: eb('issued', '+', passes.length),
      updated_at: at,
      state: eb
        .case()
        .when('total', '=', next + count)
        .then('done')
        .else('running')
        .end()
    }))
    .where('realm', '=', REALM)
    .where('id', '=', id)
    .where('next', '=', next)
    .where('state', '=', 'running')
    .executeTakeFirst()
  if (moved.numUpdatedRows !== 1n) throw new StaleStep()
}

/** What was decided on what stood is good only as long as that stands, and nothing beside it. */
async function requireUnchanged(trx: Transaction<Database>, { kind, holders, standingAfter }: MassStep): Promise<void> {
  const keys = holders.map(holder => holder.keys)
  const now = await standingPasses(trx, kind, keys, standingAfter)
  if (!holders.every(({ standing }, at) => isSame(standing, now[at] ?? []))) throw new NotAlone()
}

const isSame = (before: readonly PassOf[], now: readonly PassOf[]): boolean =>
  before.length === now.length &&
  before.every(({ serial, status }, at) => now[at]?.serial === serial && now[at]?.status === status)

const holderRows = ({ id, passes }: MassStep, holders: MassStep['holders']): Selectable<Database['pass_holder']>[] =>
  passes
    .map(({ serial }, index) => ({
      realm: REALM,
      serial,
      household: holders[index]?.household ?? 0,
      person: holders[index]?.person ?? null,
      vehicle: holders[index]?.vehicle ?? null,
      mass_issue: id
    }))
    .sort((a, b) => a.serial - b.serial)

const toRow = (row: MassIssueRow): Selectable<Database['mass_issue']> => ({
  realm: REALM,
  id: row.id,
  community: row.community,
  filter: JSON.stringify(row.filter),
  state: row.state,
  total: row.total,
  next: row.next,
  issued: row.issued,
  created_by: row.createdBy,
  created_by_name: row.createdByName,
  created_at: row.createdAt,
  approved_by: row.approvedBy,
  approved_by_name: row.approvedByName,
  updated_at: row.updatedAt
})

const fromRow = (row: Selectable<Database['mass_issue']>): MassIssueRow => ({
  id: row.id,
  community: row.community,
  filter: JSON.parse(row.filter) as MassFilter,
  state: row.state as MassIssueRow['state'],
  total: row.total,
  next: row.next,
  issued: row.issued,
  createdBy: row.created_by,
  createdByName: row.created_by_name,
  createdAt: row.created_at,
  approvedBy: row.approved_by,
  approvedByName: row.approved_by_name,
  updatedAt: row.updated_at
})
