import { sql } from 'kysely'
import type { WorkQueueFilter, WorkStorage } from '../../ports/work-storage.ts'
import type { Engine } from '../engine.ts'
import { REALM } from '../schema.ts'
import { fromWorkRow } from '../work-rows.ts'

type Methods = Pick<
  WorkStorage,
  'workQueue' | 'workCounts' | 'workToSign' | 'noteWorkLook' | 'workLooks' | 'addWorkBulk' | 'workBulk' | 'workDue'
>

/** The words of the partial indexes, which engines look for. */
const WAITING = sql<boolean>`state in ('submitted', 'under-review')`
const IN_REALM = sql<boolean>`realm + 0 = ${REALM}`

export const workQueues = ({ db, write }: Engine): Methods => ({
  async workQueue(filter: WorkQueueFilter) {
    const { state, community, employer, flag, flagged, claimBy, after, limit } = filter
    let query = db
      .selectFrom('work_application')
      .selectAll()
      .where(IN_REALM)
      .where(state === 'waiting' ? WAITING : sql<boolean>`state = ${state}`)
      .orderBy('submitted_at')
      .orderBy('id')
      .limit(limit)
    if (community !== null) query = query.where('community', '=', community)
    if (employer !== undefined) query = query.where('employer', '=', employer)
    if (flag !== undefined) query = query.where('flags', 'like', `%"${flag}"%`)
    if (flagged !== undefined) query = query.where('flags', flagged ? '<>' : '=', '[]')
    if (claimBy !== undefined) query = query.where('claim_by', '=', claimBy)
    if (after !== undefined) query = query.where(sql<boolean>`(submitted_at, id) > (${after.submittedAt}, ${after.id})`)
    return (await query.execute()).map(fromWorkRow)
  },
  async workCounts(community, now) {
    let waiting = db
      .selectFrom('work_application')
      .select(({ fn, eb }) => [
        'state',
        fn.countAll<number>().as('count'),
        fn.min('submitted_at').as('oldest'),
        fn.sum<number>(eb.case().when('due_at', '<', now).then(1).else(0).end()).as('late'),
        fn.sum<number>(eb.case().when('flags', '<>', '[]').then(1).else(0).end()).as('flagged')
      ])
      .where(WAITING)
      .groupBy('state')
    let asked = db
      .selectFrom('work_application')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where(sql<boolean>`state = 'more-info'`)
    let held = db
      .selectFrom('work_card')
      .innerJoin('pass', join => join.onRef('pass.realm', '=', 'work_card.realm').onRef('pass.serial', '=', 'work_card.serial'))
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('pass.status', '=', 'held')
      .where('pass.status', '<>', 'valid') // the words of the index
    let employers = db
      .selectFrom('work_employer')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('state', 'in', ['filed', 'site-check'])
    if (community !== null) {
      waiting = waiting.where('community', '=', community)
      asked = asked.where('community', '=', community)
      held = held.where('work_card.community', '=', community)
      employers = employers.where('community', '=', community)
    }
    const rows = await waiting.execute()
    const sum = (pick: (row: (typeof rows)[number]) => number): number => rows.reduce((all, row) => all + Number(pick(row)), 0)
    const oldest = rows.map(row => row.oldest).filter(at => at !== null)
    return {
      waiting: sum(row => row.count),
      underReview: sum(row => (row.state === 'under-review' ? row.count : 0)),
      moreInfo: Number((await asked.executeTakeFirst())?.count ?? 0),
      late: sum(row => row.late),
      flagged: sum(row => row.flagged),
      oldest: oldest.length === 0 ? null : Math.min(...oldest),
      cardsHeld: Number((await held.executeTakeFirst())?.count ?? 0),
      employersWaiting: Number((await employers.executeTakeFirst())?.count ?? 0)
    }
  },
  async workToSign(limit) {
    const rows = await db
      .selectFrom('work_application')
      .selectAll()
      .where('state', '=', 'approved')
      .orderBy('decided_at')
      .limit(limit)
      .execute()
    return rows.map(fromWorkRow)
  },
  noteWorkLook: (number, account, at) =>
    write(async trx => {
      await trx
        .insertInto('work_look')
        .values({ realm: REALM, number, account, at })
        .onConflict(conflict => conflict.columns(['realm', 'number', 'account']).doUpdateSet({ at }))
        .execute()
    }),
  async workLooks(account, numbers, since) {
    if (numbers.length === 0) return []
    const rows = await db
      .selectFrom('work_look')
      .select('number')
      .where('realm', '=', REALM)
      .where('number', 'in', [...numbers])
      .where('account', '=', account)
      .where('at', '>=', since)
      .execute()
    return rows.map(({ number }) => number)
  },
  addWorkBulk: ({ id, account, numbers, sample, createdAt }) =>
    write(async trx => {
      const row = { realm: REALM, id, account, body: JSON.stringify({ numbers, sample }), created_at: createdAt }
      await trx.insertInto('work_bulk').values(row).execute()
    }),
  async workBulk(id) {
    const row = await db.selectFrom('work_bulk').selectAll().where('realm', '=', REALM).where('id', '=', id).executeTakeFirst()
    if (row === undefined) return null
    const { numbers, sample } = JSON.parse(row.body) as { numbers: string[]; sample: string[] }
    return { id, account: row.account, numbers, sample, createdAt: row.created_at }
  },
  async workDue(kind, now, limit) {
    const base = db.selectFrom('work_application').select('number').limit(limit)
    const query =
      kind === 'claim-over'
        ? base.where('state', '=', 'under-review').where('claim_until', '<=', now)
        : kind === 'answer-over'
          ? base.where('state', '=', 'more-info').where('lapse_at', '<=', now)
          : base.where('state', 'in', ['draft', 'submitted', 'more-info']).where('left_at', 'is not', null)
    return (await query.execute()).map(({ number }) => number)
  }
})
