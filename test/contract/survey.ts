import type { Test } from 'tap'
import type { RevisionFields } from '../../server/ports/register-storage.ts'
import type { Storage } from '../../server/ports/storage.ts'
import type { AttemptRow, ReportRow, RoundRow } from '../../server/ports/survey-storage.ts'
import { NO_TALLY } from '../../shared/survey/coverage.ts'
import { AT } from './samples.ts'
import { withStorage } from './with-storage.ts'

const aRound = (id: string, change: Partial<RoundRow> = {}): RoundRow => ({
  id,
  community: 'c1',
  name: '第一轮',
  from: '2026-01-02',
  to: '2026-01-05',
  scope: { community: 'c1' },
  state: 'open',
  createdAt: AT,
  createdBy: 'a1',
  createdByName: '工作者',
  closedAt: null,
  closedByName: null,
  figures: null,
  ...change
})
const revision: RevisionFields = { at: AT, actor: 'a1', actorName: '网格员', how: 'door', outcome: 'no-answer', changes: null }
const anAttempt = (id: string, household: number, change: Partial<AttemptRow> = {}): AttemptRow => ({
  ...{ id, round: 'r1', household, actor: 'a1', actorName: '网格员', at: AT, receivedAt: AT },
  ...{ way: 'door', outcome: 'no-answer', nextAt: null, note: null },
  ...change
})
const aReport = (household: number, change: Partial<ReportRow> = {}): ReportRow => ({
  ...{ round: 'r1', household, version: 1, state: 'submitted', body: 'sealed', question: null },
  ...{ submittedAt: AT, settledAt: null, settledByName: null },
  ...change
})

/** Three doors, the third in grid g1. */
async function homes(storage: Storage): Promise<[number, number, number]> {
  const door = (room: string, grid: string | null) => ({
    fields: {
      ...{ site: 1, community: 'c1', building: '9', unit: '', room, addressKey: `9-${room}` },
      ...{ tenure: 'own' as const, grid, body: 'x' }
    },
    ...{ members: [], vehicles: [], tokens: [], revision }
  })
  const ids = await storage.addHouseholds([door('101', null), door('102', null), door('103', 'g1')])
  return ids as [number, number, number]
}

export function surveyContract(t: Test, open: () => Promise<Storage>): void {
  withStorage(
    t,
    open,
    'a closed round is forgotten with its doors when its time is over, an open one stays',
    async (t, storage) => {
      const [one] = await homes(storage)
      for (const id of ['done', 'going']) await storage.addRound(aRound(id), [{ household: one, worker: null }])
      await storage.closeRound('done', { at: AT, byName: '王', figures: { at: AT, tally: NO_TALLY, sites: [] } })
      t.equal(await storage.forgetOldest('surveys', AT), 0, 'not before')
      t.equal(await storage.forgetOldest('surveys', AT + 1), 1)
      t.equal(await storage.round('done'), null)
      t.equal((await storage.roundItems('done', { limit: 9 })).length, 0)
      t.equal((await storage.roundItems('going', { limit: 9 })).length, 1)
    }
  )
  withStorage(t, open, 'a round comes with its doors, list by list', async (t, storage) => {
    const [one, two, three] = await homes(storage)
    await storage.addRound(aRound('r1'), [
      { household: one, worker: 'w1' },
      { household: two, worker: null }
    ])
    t.same(await storage.round('r1'), aRound('r1'))
    t.same([(await storage.rounds('c2')).length, (await storage.rounds(null)).length], [0, 1])
    t.equal(
      await storage.addItems('r1', [
        { household: one, worker: 'w9' },
        { household: three, worker: 'w1' }
      ]),
      1
    )
    const { lists, toReview } = await storage.roundLists('r1', AT)
    t.equal(toReview, 0)
    t.same(
      lists.map(({ worker, tally }) => [worker, tally.open]).sort(),
      [
        [null, 1],
        ['w1', 2]
      ].sort()
    )
    t.equal(await storage.moveItems('r1', { from: null }, 'w2'), 1)
    t.equal(await storage.moveItems('r1', { households: [one, two] }, 'w3'), 2)
    const rooms = async (filter: object) => (await storage.roundItems('r1', { limit: 9, ...filter })).map(({ room }) => room)
    t.same(await rooms({ worker: 'w3' }), ['101', '102'])
    t.same(await rooms({ worker: null }), [])
    t.same(await rooms({ after: { site: 1, addressKey: '9-101' }, limit: 1 }), ['102'])
    t.same(await rooms({ site: 1, building: '9', standing: 'open', household: three }), ['103'])
  })
  withStorage(t, open, 'an attempt is stored once, with the standing and the contact in the register', async (t, storage) => {
    const [one] = await homes(storage)
    await storage.addRound(aRound('r1'), [{ household: one, worker: 'w1' }])
    const attempt = anAttempt('t1', one, { nextAt: AT + 5 })
    const both = await Promise.all([1, 2].map(() => storage.addAttempt(attempt, { ...revision, at: AT + 1 })))
    t.same(both.sort(), ['added', 'known'])
    t.match(await storage.household(one), { version: 2, verifiedAt: AT + 1, outcome: 'no-answer' })
    t.equal((await storage.roundLists('r1', AT + 5)).lists[0]?.due, 1)
    const older = anAttempt('t0', one, { at: AT - 9, outcome: 'reached' })
    t.equal(await storage.addAttempt(older, { ...revision, at: AT - 9, outcome: 'reached' }), 'added')
    t.match(await storage.household(one), { version: 3, outcome: 'no-answer' }, 'what happened earlier is not the newest')
    t.match(await storage.roundItems('r1', { limit: 1 }), [{ standing: 'reached', attempts: 2, last: { outcome: 'no-answer' } }])
    t.same(
      (await storage.attempts('r1', one)).map(({ id }) => id),
      ['t0', 't1']
    )
    t.equal(await storage.addAttempt(anAttempt('t9', 999), revision), 'missing')
  })
  withStorage(t, open, 'a round is closed once, and its standings stay', async (t, storage) => {
    const [one] = await homes(storage)
    await storage.addRound(aRound('r1'), [{ household: one, worker: 'w1' }])
    const figures = { at: AT, tally: NO_TALLY, sites: [] }
    const closed = await Promise.all([1, 2].map(() => storage.closeRound('r1', { at: AT, byName: '甲', figures })))
    t.same(closed.sort(), [false, true])
    t.match(await storage.round('r1'), { state: 'closed', closedAt: AT, figures })
    t.equal(await storage.addAttempt(anAttempt('t1', one, { outcome: 'reached' }), revision), 'added')
    t.match(await storage.roundItems('r1', { limit: 1 }), [{ standing: 'open' }])
    t.equal(await storage.moveItems('r1', { from: 'w1' }, 'w2'), 0)
  })
  withStorage(t, open, 'somebody’s households are those of open lists and own grids', async (t, storage) => {
    const [one, two, three] = await homes(storage)
    await storage.putGrid({ id: 'g1', community: 'c1', name: '一', worker: 'w1' })
    await storage.addRound(aRound('r1'), [
      { household: one, worker: 'w1' },
      { household: two, worker: 'w2' }
    ])
    const own = async (worker: string, after = 0) =>
      (await storage.fieldHouseholds(worker, after, 9)).map(({ household, item }) => [household.id, item?.round ?? null])
    t.same(await own('w1'), [
      [one, 'r1'],
      [three, null]
    ])
    t.same(await own('w1', one), [[three, null]])
    t.same(await own('w2'), [[two, 'r1']])
    t.same(await own('w3'), [])
    t.same([await storage.isFieldHousehold('w1', one, AT), await storage.isFieldHousehold('w1', two, AT)], [true, false])
    await storage.closeRound('r1', { at: AT, byName: '甲', figures: { at: AT, tally: NO_TALLY, sites: [] } })
    t.same(await own('w2'), [])
    t.same([await storage.isFieldHousehold('w2', two, AT - 1), await storage.isFieldHousehold('w2', two, AT)], [true, false])
  })
  withStorage(t, open, 'changes of one delivery are stored once', async (t, storage) => {
    const [one] = await homes(storage)
    const row = await storage.household(one)
    if (row === null) throw new Error('missing')
    const change = (version: number) => ({
      ...{ id: one, version, fields: row, members: [], vehicles: [], tokens: [], tokensBefore: [] },
      revision,
      delivery: 'd1'
    })
    t.equal((await storage.saveHousehold(change(9))).kind, 'version', 'nothing is stored, and nothing is remembered')
    t.equal(await storage.isDelivered('d1'), false)
    t.equal((await storage.saveHousehold(change(1))).kind, 'saved')
    t.equal((await storage.saveHousehold(change(2))).kind, 'known')
    t.equal(await storage.isDelivered('d1'), true)
    t.match(await storage.household(one), { version: 2 })
  })
  withStorage(t, open, 'a report is replaced by compare-and-set, and a new link forgets wrong answers', async (t, storage) => {
    const [one] = await homes(storage)
    await storage.addRound(aRound('r1'), [{ household: one, worker: null }])
    t.same(await Promise.all([1, 2].map(() => storage.putReport(aReport(one), 0, null))), [true, false])
    t.equal((await storage.roundLists('r1', AT)).toReview, 1)
    t.equal(await storage.putReport(aReport(one, { version: 2, state: 'settled' }), 7, 'self'), false)
    t.equal(await storage.putReport(aReport(one, { version: 2, state: 'settled' }), 1, 'self'), true)
    t.match(await storage.report('r1', one), { version: 2, state: 'settled' })
    t.match(await storage.roundItems('r1', { limit: 1 }), [{ standing: 'self', report: 'settled' }])
    t.same([await storage.countProofFailure('r1', one), await storage.countProofFailure('r1', one)], [1, 2])
    t.equal(await storage.replaceLink('r1', one), 2)
    t.match(await storage.roundItems('r1', { limit: 1 }), [{ linkVersion: 2, proofFailures: 0 }])
    t.equal(await storage.replaceLink('r1', 999), 0)
  })
}
