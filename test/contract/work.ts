import type { Test } from 'tap'
import type { Storage } from '../../server/ports/storage.ts'
import type { EmployerRow } from '../../server/ports/work-employer-storage.ts'
import type { NewWorkRow, WorkCardRow, WorkIssue, WorkMove, WorkReportWrite } from '../../server/ports/work-storage.ts'
import { FIRST_WORK_POLICY } from '../../shared/work/policy.ts'
import { emptyFields } from '../../server/domain/work/submit.ts'
import { AT, aKey, aPass } from './samples.ts'
import { withStorage } from './with-storage.ts'

const BY = { actor: 'a1', actorName: '甲' }
const DAY = 20_000

const aWork = (number: string, change: Partial<NewWorkRow> = {}): NewWorkRow => ({
  ...emptyFields,
  number,
  state: 'submitted',
  purpose: 'work',
  community: 'c1',
  site: 1,
  employer: null,
  language: 'zh',
  secretHash: `secret-${number}`,
  person: 'sealed',
  declaration: 'sealed',
  documentIndex: `document-${number}`,
  phoneIndex: 'phone',
  renews: null,
  createdAt: AT,
  submittedAt: AT,
  dueAt: AT + 100,
  ...change
})
const aMove = (number: string, event: WorkMove['event'], change: Partial<WorkMove> = {}): WorkMove => ({
  number,
  event,
  at: AT,
  ...BY,
  ...change
})
const claim = (number: string, until = AT + 1000, by = 'a1'): WorkMove =>
  aMove(number, 'claim', { actor: by, set: { claimBy: by, claimName: '甲', claimUntil: until } })
const aCard = (serial: number, number: string, change: Partial<WorkCardRow> = {}): WorkCardRow => ({
  serial,
  number,
  community: 'c1',
  site: 1,
  employer: null,
  policy: 0,
  daily: true,
  lastReportDay: DAY,
  hold: null,
  heldAt: null,
  endsAt: aPass(0).endsAt,
  ...change
})
const anIssue = (cards: readonly WorkCardRow[], change: Partial<WorkIssue> = {}): WorkIssue => ({
  cards,
  passes: cards.map(({ serial }) => aPass(serial, { kind: 'work' })),
  events: [],
  at: AT,
  signaturesPerKey: 10_000,
  ...change
})
/** Approved applications, each with an issued card of the serial that is its place. */
async function issued(storage: Storage, ...numbers: string[]): Promise<void> {
  await storage.addKey(aKey('00000001'))
  await storage.addWork(
    numbers.map(number => aWork(number)),
    null,
    BY
  )
  await storage.moveWork(numbers.flatMap(number => [claim(number), aMove(number, 'approve', { only: 'mine' })]))
  await storage.issueWork(anIssue(numbers.map((number, at) => aCard(at + 1, number))))
}
const aReport = (change: Partial<WorkReportWrite> = {}): WorkReportWrite => ({
  serial: 1,
  day: DAY + 1,
  at: AT,
  body: 'sealed',
  by: 'applicant',
  byName: '',
  isFever: false,
  ...change
})

export function workContract(t: Test, open: () => Promise<Storage>): void {
  withStorage(t, open, 'an application comes back whole; a secret opens one, and a batch is all or none', async (t, storage) => {
    const full = aWork('w1', { flags: ['outside', 'symptoms'], photosAsked: ['lease'], reason: 'other' })
    t.equal(await storage.addWork([full], 'received', BY), 'added')
    t.same(await storage.work('w1'), { ...full, id: 1, serial: null })
    t.same(await storage.workBySecret('secret-w1'), { ...full, id: 1, serial: null })
    t.equal(await storage.addWork([aWork('w2'), aWork('w3', { secretHash: 'secret-w1' })], 'received', BY), 'taken')
    t.equal(await storage.work('w2'), null)
    t.match(await storage.workEvents('w1'), [{ event: 'submit', state: 'submitted', actor: 'a1' }])
    t.match(await storage.workNotices('w1', 9), [{ kind: 'received', readAt: null }])
    t.same(await storage.workMany(['w9']), [])
  })
  withStorage(t, open, 'an employer has a worker once, and a renewal takes the place of what is over', async (t, storage) => {
    const worker = { employer: 'e1', documentIndex: 'd1' }
    t.equal(await storage.addWork([aWork('w1', { ...worker, state: 'draft' })], null, BY), 'added')
    t.equal(await storage.addWork([aWork('w2', worker)], null, BY), 'taken')
    t.equal(await storage.addWork([aWork('w3', { ...worker, employer: 'e2' })], null, BY), 'added', 'another employer’s')
    t.equal(await storage.addWork([aWork('w4', { ...worker, renews: 'w1' })], null, BY), 'taken', 'not while it is open')
    await storage.moveWork([aMove('w1', 'withdraw')])
    const both = ['w5', 'w6'].map(number => storage.addWork([aWork(number, { ...worker, renews: 'w1' })], null, BY))
    t.same((await Promise.all(both)).sort(), ['added', 'taken'])
    t.equal((await storage.workersOf('e1', { limit: 9 })).length, 1)
    t.same(
      await storage.workerCounts(['e1', 'e2']),
      (await storage.workerCounts(['e1', 'e2'])).filter(({ count }) => count === 1)
    )
    t.equal(await storage.leaveWork('w3', AT), true)
    t.equal(await storage.leaveWork('w3', AT), false)
    t.same(await storage.workersOf('e2', { limit: 9 }), [])
  })
  withStorage(t, open, 'an event happens from its states only, and of two at once one', async (t, storage) => {
    await storage.addWork([aWork('w1'), aWork('w2')], null, BY)
    t.same(await storage.moveWork([aMove('w1', 'approve'), aMove('w9', 'claim')]), [])
    const two = await Promise.all([storage.moveWork([claim('w1')]), storage.moveWork([claim('w1', AT + 1000, 'a2')])])
    t.equal(two.flat().length, 1)
    const by = (await storage.work('w1'))?.claimBy ?? ''
    const other = by === 'a1' ? 'a2' : 'a1'
    t.same(await storage.moveWork([aMove('w1', 'approve', { only: 'mine', actor: other })]), [])
    t.same(await storage.moveWork([aMove('w1', 'approve', { only: 'mine', actor: by, at: AT + 1000 })]), [], 'the claim is over')
    t.same(await storage.moveWork([aMove('w1', 'idle', { only: 'claim-over', at: AT + 999 })]), [])
    t.same(await storage.moveWork([aMove('w1', 'idle', { only: 'claim-over', at: AT + 1000 })]), [0])
    t.match(await storage.work('w1'), { state: 'submitted', claimBy: null, claimUntil: null })
    const chain = [claim('w1'), aMove('w1', 'ask', { only: 'mine', notice: 'question', set: { lapseAt: AT + 50 } })]
    t.same(await storage.moveWork(chain), [0, 1])
    t.same(await storage.moveWork([aMove('w1', 'lapse', { only: 'answer-over', at: AT + 49 })]), [])
    t.same(await storage.moveWork([aMove('w1', 'resubmit', { only: 'answer-open', at: AT + 50 })]), [])
    t.same(await storage.moveWork([aMove('w1', 'lapse', { only: 'answer-over', at: AT + 50 })]), [0])
    await storage.leaveWork('w2', AT)
    t.same(await storage.moveWork([{ ...claim('w2'), only: 'not-left' }]), [])
    t.same(await storage.workDue('left', AT, 9), ['w2'])
    t.same(await storage.moveWork([aMove('w2', 'withdraw', { only: 'left' })]), [0])
    t.same(
      (await storage.workEvents('w1')).map(({ state }) => state),
      ['submitted', 'under-review', 'submitted', 'under-review', 'more-info', 'lapsed']
    )
  })
  withStorage(t, open, 'an approved application gets one card, all of a batch or none', async (t, storage) => {
    await storage.addKey(aKey('00000001'))
    await storage.addWork([aWork('w1'), aWork('w2')], null, BY)
    await storage.moveWork([claim('w1'), aMove('w1', 'approve')])
    t.equal(await storage.issueWork(anIssue([aCard(1, 'w1'), aCard(2, 'w2')])), 'stale')
    t.match(await storage.work('w1'), { state: 'approved', serial: null })
    t.same(
      (await storage.workToSign(9)).map(({ number }) => number),
      ['w1']
    )
    t.equal(await storage.issueWork(anIssue([aCard(1, 'w1')], { signaturesPerKey: 0 })), 'key-full')
    const both = await Promise.all([1, 2].map(serial => storage.issueWork(anIssue([aCard(serial, 'w1')]))))
    t.same(both.sort(), ['issued', 'stale'])
    t.match(await storage.work('w1'), { state: 'issued', overAt: aPass(0).endsAt * 1000 })
    t.equal((await storage.passes({ community: null, limit: 9 })).length, 1)
    t.equal((await storage.workCardPage({ community: 'c1', limit: 9 })).length, 1)
    t.same(await storage.workCardPage({ community: 'c2', limit: 9 }), [])
  })
  withStorage(t, open, 'a missing report holds a card once, and the report lifts it at once', async (t, storage) => {
    await issued(storage, 'w1', 'w2')
    t.same(await storage.holdMissingReports(DAY + 1, AT, 9), [])
    await storage.keepWorkReports([aReport({ serial: 2 })])
    t.same(await storage.holdMissingReports(DAY + 2, AT + 1, 9), [1])
    t.same(await storage.holdMissingReports(DAY + 2, AT + 1, 9), [])
    t.match(await storage.workCards([1]), [{ status: 'held', hold: 'report-missing' }])
    t.match(await storage.passEvents(1), [{ action: 'hold', reason: 'report-missing' }])
    t.same(await storage.keepWorkReports([aReport({ day: DAY + 2 })]), [{ serial: 1, outcome: 'lifted' }])
    t.match(await storage.workCards([1]), [{ status: 'valid', hold: null, lastReportDay: DAY + 2 }])
    t.same(await storage.keepWorkReports([aReport({ day: DAY + 2, body: 'later' })]), [{ serial: 1, outcome: 'kept' }])
    t.same(await storage.lastWorkReports([1]), [{ serial: 1, day: DAY + 2, body: 'later' }])
    t.same(
      (await storage.workNotices('w1', 9)).map(({ kind }) => kind),
      ['lifted', 'held-report-missing', 'issued']
    )
    t.equal(await storage.remindReports(DAY + 3, AT, 9), 2)
    t.equal(await storage.remindReports(DAY + 3, AT, 9), 0)
    const end = aPass(0).endsAt * 1000
    t.equal(await storage.warnOfEnd(end - 24 * 3_600_000 - 1, 9), 0)
    const both = await Promise.all([1, 2].map(() => storage.warnOfEnd(end - 24 * 3_600_000, 9)))
    t.same(both.sort(), [0, 2])
    t.equal((await storage.workNotices('w2', 9)).filter(({ kind }) => kind === 'expires-soon').length, 1)
  })
  withStorage(t, open, 'a fever holds a card, and no report lifts that', async (t, storage) => {
    await issued(storage, 'w1', 'w2')
    t.same(await storage.keepWorkReports([aReport({ isFever: true })]), [{ serial: 1, outcome: 'held' }])
    t.match(await storage.workCards([1]), [{ status: 'held', hold: 'health' }])
    t.same(await storage.keepWorkReports([aReport({ day: DAY + 2 })]), [{ serial: 1, outcome: 'held' }])
    await storage.holdMissingReports(DAY + 2, AT + 1, 9)
    const fever = {
      kind: 'fever' as const,
      device: 'd',
      number: 1,
      site: 1,
      gate: 'g',
      community: 'c1',
      at: AT + 2,
      receivedAt: AT + 2
    }
    await storage.addAlert({ ...fever, serial: 2, label: null, held: true, note: null })
    t.same(
      await storage.keepWorkReports([aReport({ serial: 2, day: DAY + 2 })]),
      [{ serial: 2, outcome: 'held' }],
      'a gate saw a fever meanwhile'
    )
    const over = await storage.keepWorkReports([aReport({ at: aPass(0).endsAt * 1000 }), aReport({ serial: 77 })])
    t.same(
      over.map(({ outcome }) => outcome),
      ['not-valid', 'not-valid']
    )
  })
  withStorage(t, open, 'what is late is told once', async (t, storage) => {
    await storage.addWork([aWork('w1'), aWork('w2', { dueAt: AT + 500 })], null, BY)
    t.equal(await storage.markWorkLate(AT + 100, 9), 0)
    t.equal(await storage.markWorkLate(AT + 101, 9), 1)
    t.equal(await storage.markWorkLate(AT + 101, 9), 0)
    t.match(await storage.workCounts('c1', AT + 101), { waiting: 2, late: 1, oldest: AT })
    t.match(await storage.workCounts('c2', AT + 101), { waiting: 0, oldest: null })
  })
  withStorage(t, open, 'the queue is oldest first, by pages, and found by everything that filters it', async (t, storage) => {
    const rows = ['w3', 'w1', 'w2'].map((number, at) =>
      aWork(number, { submittedAt: AT + (at === 2 ? 0 : at), community: `c${at % 2}` })
    )
    await storage.addWork([...rows, aWork('w4', { flags: ['contact'], employer: 'e1', submittedAt: AT + 9 })], null, BY)
    const numbers = async (filter: object): Promise<string[]> =>
      (await storage.workQueue({ state: 'waiting', community: null, limit: 9, ...filter })).map(({ number }) => number)
    t.same(await numbers({}), ['w3', 'w2', 'w1', 'w4'])
    t.same(await numbers({ limit: 2, after: { submittedAt: AT, id: 1 } }), ['w2', 'w1'])
    t.same(await numbers({ community: 'c0' }), ['w3', 'w2'])
    t.same(await numbers({ flag: 'contact' }), ['w4'])
    t.same(await numbers({ flagged: false }), ['w3', 'w2', 'w1'])
    t.same(await numbers({ employer: 'e1' }), ['w4'])
    await storage.moveWork([claim('w1')])
    t.same(await numbers({ claimBy: 'a1' }), ['w1'])
    t.same(await numbers({ state: 'submitted' }), ['w3', 'w2', 'w4'])
    t.same(
      (await storage.workOfDocuments(['document-w1'])).map(({ number }) => number),
      ['w1']
    )
    t.equal((await storage.workOfPhones(['phone', 'other'])).length, 4)
  })
  withStorage(t, open, 'looks, bulks, photos and policies are kept', async (t, storage) => {
    await storage.addWork([aWork('w1')], null, BY)
    await storage.noteWorkLook('w1', 'a1', AT)
    await storage.noteWorkLook('w1', 'a1', AT + 5)
    t.same(await storage.workLooks('a1', ['w1', 'w2'], AT + 5), ['w1'])
    t.same(await storage.workLooks('a2', ['w1'], 0), [])
    const bulk = { id: 'b1', account: 'a1', numbers: ['w1'], sample: ['w1'], createdAt: AT }
    await storage.addWorkBulk(bulk)
    t.same(await storage.workBulk('b1'), bulk)
    for (const body of ['one', 'two']) await storage.putWorkPhoto({ number: 'w1', kind: 'lease', at: AT, body })
    t.match(await storage.workPhoto('w1', 'lease'), { body: 'two' })
    t.same(await storage.workPhotoKinds('w1'), ['lease'])
    const { id: _id, ...policy } = { ...FIRST_WORK_POLICY, createdAt: AT, createdBy: '甲', note: 'n' }
    const id = await storage.addWorkPolicy(policy)
    t.same(await storage.workPolicies(), [{ ...policy, id }])
  })
  withStorage(t, open, 'a notice is given out once, and again only when it is given back', async (t, storage) => {
    await storage.addWork([aWork('w1')], 'received', BY)
    await storage.putWorkPush('w1', 'one')
    await storage.putWorkPush('w1', 'two')
    t.equal(await storage.workPush('w1'), 'two')
    const [notice] = await storage.takeNotices(AT, 0, 9)
    t.match(notice, { number: 'w1', kind: 'received' })
    t.same(await storage.takeNotices(AT, 0, 9), [])
    for (let tries = 2; tries <= 3; tries++) {
      await storage.giveBackNotice('w1', notice?.id ?? 0)
      t.equal((await storage.takeNotices(AT, 0, 9)).length, 1)
    }
    await storage.giveBackNotice('w1', notice?.id ?? 0)
    t.same(await storage.takeNotices(AT, 0, 9), [], 'three times at most')
    t.equal(await storage.unreadNotices('w1'), 1)
    await storage.readNotices('w1', notice?.id ?? 0, AT)
    t.equal(await storage.unreadNotices('w1'), 0)
    await storage.addWorkNotice('w1', 'left', AT)
    t.match(await storage.workNotices('w1', 1), [{ kind: 'left' }])
  })
  withStorage(t, open, 'what is due goes with everything that belongs to it', async (t, storage) => {
    await issued(storage, 'w1')
    await storage.addWork([aWork('w2')], 'received', BY)
    await storage.keepWorkReports([aReport()])
    await storage.putWorkPhoto({ number: 'w1', kind: 'lease', at: AT, body: 'x' })
    await storage.addWork([aWork('w3', { state: 'rejected', refusedAt: AT })], 'received', BY)
    t.equal(await storage.forgetOldest('work-cards', aPass(0).endsAt * 1000), 0)
    t.equal(await storage.forgetOldest('work-cards', aPass(0).endsAt * 1000 + 1), 1)
    t.equal(await storage.forgetOldest('work-refused', AT + 1), 1)
    t.equal(await storage.work('w3'), null)
    t.same(await storage.workNotices('w3', 9), [])
    t.equal(await storage.work('w1'), null)
    t.same(await storage.workEvents('w1'), [])
    t.same(await storage.workCards([1]), [])
    t.equal(await storage.workPhoto('w1', 'lease'), null)
    t.same(await storage.lastWorkReports([1]), [])
    t.not(await storage.work('w2'), null)
  })
  withStorage(t, open, 'employers are one for each secret, and approved ones one for each code', async (t, storage) => {
    const anEmployer = (id: string, change: Partial<EmployerRow> = {}): EmployerRow => ({
      id,
      name: '公司',
      creditCode: 'code',
      community: 'c1',
      state: 'filed',
      secretHash: `secret-${id}`,
      requestMac: 'mac',
      body: 'sealed',
      filing: null,
      filedAt: null,
      reason: null,
      note: null,
      maySign: false,
      approvedAt: null,
      createdAt: AT,
      ...change
    })
    t.equal(await storage.addEmployer(anEmployer('e1')), 'added')
    t.equal(await storage.addEmployer(anEmployer('e2', { secretHash: 'secret-e1' })), 'taken')
    t.equal(await storage.addEmployer(anEmployer('e3', { createdAt: AT + 1, community: 'c2' })), 'added')
    t.equal(await storage.changeEmployer('e1', ['draft'], 'approved', {}), 'conflict')
    t.equal(await storage.changeEmployer('e1', ['filed'], 'approved', { approvedAt: AT, maySign: true }), 'changed')
    t.equal(await storage.changeEmployer('e3', ['filed'], 'approved', { approvedAt: AT }), 'taken')
    t.same(await storage.employer('e1'), anEmployer('e1', { state: 'approved', approvedAt: AT, maySign: true }))
    t.match(await storage.employerBySecret('secret-e3'), { id: 'e3' })
    const ids = async (filter: object): Promise<string[]> =>
      (await storage.employers({ community: null, limit: 9, ...filter })).map(({ id }) => id)
    t.same(await ids({}), ['e3', 'e1'])
    t.same(await ids({ community: 'c1' }), ['e1'])
    t.same(await ids({ state: 'filed' }), ['e3'])
    t.same(await ids({ before: { createdAt: AT + 1, id: 'e3' } }), ['e1'])
    t.same(await storage.cardCounts('e1', DAY), { held: 0, reported: 0 })
  })
}
