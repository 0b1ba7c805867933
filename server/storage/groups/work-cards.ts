import { type Selectable, sql, type Transaction } from 'kysely'
import type { CardHold } from '../../../shared/work/words.ts'
import type {
  WorkCardRow,
  WorkCardState,
  WorkPass,
  WorkReportDone,
  WorkReportWrite,
  WorkStorage
} from '../../ports/work-storage.ts'
import { addPassRows, passRefusal } from '../add-passes.ts'
import type { Engine } from '../engine.ts'
import { setPassStatus } from '../set-pass-status.ts'
import { type Database, REALM } from '../schema.ts'
import { addNotices, addWorkEvents } from '../work-rows.ts'

type Methods = Pick<
  WorkStorage,
  'issueWork' | 'workPasses' | 'workCards' | 'workCardPage' | 'keepWorkReports' | 'lastWorkReports'
>

/** SQLite takes 32,766 parameters in a statement, and small ones are planned well. */
const AT_ONCE = 500

/** An application was signed, or taken back, by somebody else. */
class StaleIssue extends Error {}

export const workCardMethods = (engine: Engine): Methods => ({ ...reads(engine), ...writes(engine) })

const cardsWithPasses = (db: Engine['db']) =>
  db
    .selectFrom('work_card')
    .innerJoin('pass', join => join.onRef('pass.realm', '=', 'work_card.realm').onRef('pass.serial', '=', 'work_card.serial'))
    .selectAll('work_card')
    .select(['pass.status', 'pass.label', 'pass.text', 'pass.link_version', 'pass.start_minute'])

const reads = ({ db }: Engine): Pick<Methods, 'workPasses' | 'workCards' | 'workCardPage' | 'lastWorkReports'> => ({
  async workPasses(documentIndexes, endsAfter) {
    const found: WorkPass[] = []
    for (let at = 0; at < documentIndexes.length; at += AT_ONCE) {
      const rows = await db
        .selectFrom('pass')
        .select(['document_index as key', 'serial', 'status', 'ends_at as endsAt'])
        .where('realm', '=', REALM)
        .where('document_index', 'in', documentIndexes.slice(at, at + AT_ONCE))
        .where('kind', '=', 'work')
        .where('status', 'in', ['valid', 'held'])
        .where('ends_at', '>', endsAfter)
        .execute()
      for (const row of rows) found.push({ ...row, key: row.key ?? '', status: row.status as WorkPass['status'] })
    }
    return found
  },
  async workCards(serials) {
    if (serials.length === 0) return []
    const rows = await cardsWithPasses(db)
      .where('work_card.realm', '=', REALM)
      .where('work_card.serial', 'in', [...serials])
      .execute()
    return rows.map(fromCard)
  },
  async workCardPage({ community, held, after, limit }) {
    let query = cardsWithPasses(db).where(sql<boolean>`work_card.realm + 0 = ${REALM}`).orderBy('work_card.serial').limit(limit)
    if (community !== null) query = query.where('work_card.community', '=', community)
    if (held !== undefined) query = query.where('pass.status', held ? '=' : '<>', 'held')
    if (after !== undefined) query = query.where('work_card.serial', '>', after)
    return (await query.execute()).map(fromCard)
  },
  async lastWorkReports(serials) {
    if (serials.length === 0) return []
    return db
      .selectFrom('work_report')
      .innerJoin('work_card', join =>
        join
          .onRef('work_card.realm', '=', 'work_report.realm')
          .onRef('work_card.serial', '=', 'work_report.serial')
          .onRef('work_card.last_report_day', '=', 'work_report.day')
      )
      .select(['work_report.serial', 'work_report.day', 'work_report.body'])
      .where('work_card.realm', '=', REALM)
      .where('work_card.serial', 'in', [...serials])
      .execute()
  }
})

const writes = ({ write, insertMany, isDuplicate }: Engine): Pick<Methods, 'issueWork' | 'keepWorkReports'> => ({
  issueWork: async issue => {
    try {
      await write(async trx => {
        for (const card of issue.cards) await markIssued(trx, card)
        await addPassRows(trx, insertMany, issue.passes, issue.events, issue.signaturesPerKey)
        await insertMany(trx, 'work_card', issue.cards.map(toCard))
        await addWorkEvents(
          trx,
          insertMany,
          issue.cards.map(({ number }) => ({
            number,
            at: issue.at,
            event: 'sign',
            state: 'issued',
            actor: 'system',
            actorName: 'system',
            reason: null,
            note: null
          }))
        )
        await addNotices(
          trx,
          insertMany,
          issue.cards.map(({ number }) => ({ number, at: issue.at, kind: 'issued' }))
        )
      })
      return 'issued'
    } catch (error) {
      return error instanceof StaleIssue ? 'stale' : passRefusal(error, isDuplicate)
    }
  },
  keepWorkReports: reports =>
    write(async trx => {
      const done: WorkReportDone[] = []
      for (const report of reports) done.push({ serial: report.serial, outcome: await keepReport(trx, insertMany, report) })
      return done
    })
})

async function markIssued(trx: Transaction<Database>, { number, serial, endsAt }: WorkCardRow): Promise<void> {
  const moved = await trx
    .updateTable('work_application')
    .set({ state: 'issued', serial, over_at: endsAt * 1000 })
    .where('realm', '=', REALM)
    .where('number', '=', number)
    .where('state', '=', 'approved')
    .where('serial', 'is', null)
    .executeTakeFirst()
  if (moved.numUpdatedRows !== 1n) throw new StaleIssue()
}

/** A report of today counts whatever the card's hold; it lifts only a hold for missing reports, and only without a fever at a gate since. */
async function keepReport(
  trx: Transaction<Database>,
  insertMany: Engine['insertMany'],
  report: WorkReportWrite
): Promise<WorkReportDone['outcome']> {
  const { serial, day, at, body, by, byName, isFever } = report
  const card = await trx
    .selectFrom('work_card')
    .innerJoin('pass', join => join.onRef('pass.realm', '=', 'work_card.realm').onRef('pass.serial', '=', 'work_card.serial'))
    .select([
      'work_card.number',
      'work_card.hold',
      'work_card.held_at',
      'work_card.last_report_day',
      'pass.status',
      'pass.ends_at'
    ])
    .where('work_card.realm', '=', REALM)
    .where('work_card.serial', '=', serial)
    .executeTakeFirst()
  if (card === undefined || !['valid', 'held'].includes(card.status) || card.ends_at * 1000 <= at) return 'not-valid'
  await trx
    .insertInto('work_report')
    .values({ realm: REALM, serial, day, at, body, actor: by })
    .onConflict(conflict => conflict.columns(['realm', 'serial', 'day']).doUpdateSet({ at, body, actor: by }))
    .execute()
  const isHeldForReports = card.status === 'held' && card.hold === 'report-missing'
  const isIll = isFever || (isHeldForReports && (await hadFeverSince(trx, serial, card.held_at ?? 0)))
  const hold = isIll ? 'health' : card.status === 'held' && !isHeldForReports ? card.hold : null
  await trx
    .updateTable('work_card')
    .set({ last_report_day: Math.max(day, card.last_report_day), hold, ...(isIll ? { held_at: at } : {}) })
    .where('realm', '=', REALM)
    .where('serial', '=', serial)
    .execute()
  const event = { serial, at, note: null, actor: by, actorName: byName }
  if (isIll) {
    if (card.status === 'valid') await setPassStatus(trx, insertMany, 'held', { ...event, action: 'hold', reason: 'health' })
    if (card.hold !== 'health') await addNotices(trx, insertMany, [{ number: card.number, at, kind: 'held-health' }])
    return 'held'
  }
  if (!isHeldForReports) return card.status === 'held' ? 'held' : 'kept'
  await setPassStatus(trx, insertMany, 'valid', { ...event, action: 'lift', reason: 'report-missing' })
  await addNotices(trx, insertMany, [{ number: card.number, at, kind: 'lifted' }])
  return 'lifted'
}

/** A fever that a gate or an earlier report told while the card was on hold anyway. */
async function hadFeverSince(trx: Transaction<Database>, serial: number, since: number): Promise<boolean> {
  const alert = await trx
    .selectFrom('alert')
    .select('id')
    .where(sql<boolean>`realm + 0 = ${REALM}`)
    .where('kind', '=', 'fever')
    .where('serial', '=', serial)
    .where('received_at', '>=', since)
    .executeTakeFirst()
  return alert !== undefined
}

const toCard = (card: WorkCardRow): Selectable<Database['work_card']> => ({
  realm: REALM,
  serial: card.serial,
  number: card.number,
  community: card.community,
  site: card.site,
  employer: card.employer,
  policy: card.policy,
  daily: card.daily ? 1 : 0,
  last_report_day: card.lastReportDay,
  reminded_day: card.lastReportDay,
  hold: card.hold,
  held_at: card.heldAt,
  ends_at: card.endsAt,
  warned_at: null
})

type Joined = Selectable<Database['work_card']> &
  Pick<Selectable<Database['pass']>, 'status' | 'label' | 'text' | 'link_version' | 'start_minute'>

const fromCard = (row: Joined): WorkCardState => ({
  serial: row.serial,
  number: row.number,
  community: row.community,
  site: row.site,
  employer: row.employer,
  policy: row.policy,
  daily: row.daily === 1,
  lastReportDay: row.last_report_day,
  hold: row.hold as CardHold | null,
  heldAt: row.held_at,
  endsAt: row.ends_at,
  status: row.status as WorkCardState['status'],
  label: row.label,
  text: row.text,
  linkVersion: row.link_version,
  startMinute: row.start_minute
})
