import { copyFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import t from 'tap'
import { serialSpreader } from '../../../server/domain/serials.ts'
import { issueWaiting } from '../../../server/domain/work/issue-cards.ts'
import { actOnWork } from '../../../server/domain/work/review.ts'
import { listOf } from '../../../shared/status/status-list.ts'
import { FIRST_WORK_POLICY } from '../../../shared/work/policy.ts'
import { aDeclaration, aDocument } from '../../support/work.ts'
import { declarationOf, startWork, step, type WorkService } from '../../support/work-service.ts'

const QUEUE = '/api/v1/work/applications'
const MINUTE = 60_000
const { id: _id, effectiveFrom: _from, ...RULES } = FIRST_WORK_POLICY

const healthy = aDeclaration().health
const numbersOf = (body: { items: { number: string }[] }): string[] => body.items.map(({ number }) => number)

t.test('the queue is oldest first, paged, filtered, and of one community', async t => {
  const service = await startWork(t)
  const { reviewer, foreign, admin, clock } = service
  const links = []
  for (let count = 0; count < 5; count++) {
    const health = count === 3 ? { ...healthy, temperature: 380 } : healthy
    links.push(await service.apply({ health }))
    clock.now += 10 * MINUTE
  }
  const numbers = links.map(({ number }) => number)
  const first = (await reviewer('GET', `${QUEUE}?limit=2`)).body
  t.same(numbersOf(first), numbers.slice(0, 2))
  const second = (await reviewer('GET', `${QUEUE}?limit=2&cursor=${first.next}`)).body
  t.same(numbersOf(second), numbers.slice(2, 4))
  t.same(numbersOf((await reviewer('GET', `${QUEUE}?flag=temperature`)).body), [numbers[3]])
  t.same(
    numbersOf((await reviewer('GET', `${QUEUE}?flagged=false`)).body),
    numbers.filter((_, at) => at !== 3)
  )
  t.same(numbersOf((await foreign('GET', QUEUE)).body), [])
  t.same(numbersOf((await admin('GET', QUEUE)).body), numbers)
  t.equal((await foreign('GET', `${QUEUE}?community=${service.communities[0]}`)).body.code, 'community-unknown')
  t.equal((await foreign('GET', `${QUEUE}/${numbers[0]}`)).status, 404)
  t.equal((await step(foreign, { number: numbers[0] ?? '' }, 'claim')).status, 404)
  t.equal((await reviewer('GET', `${QUEUE}?cursor=x`)).body.code, 'invalid-field')
  const summary = (await reviewer('GET', '/api/v1/work/summary')).body
  t.match(summary, { waiting: 5, underReview: 0, flagged: 1, late: 0, oldest: clock.now - 50 * MINUTE })
  t.match((await foreign('GET', '/api/v1/work/summary')).body, { waiting: 0, oldest: null })
})

t.test('the promised time is what the office works, and its age is told', async t => {
  const service = await startWork(t)
  service.clock.now = Date.parse('2026-11-24T10:00+08:00')
  await service.apply()
  const item = (await service.reviewer('GET', QUEUE)).body.items[0]
  t.match(item, { minutesLeft: 360, dueAt: Date.parse('2026-11-24T17:00+08:00') })
  service.clock.now = Date.parse('2026-11-25T09:30+08:00')
  t.match((await service.reviewer('GET', QUEUE)).body.items[0], { minutesLeft: -30 })
  t.match((await service.reviewer('GET', '/api/v1/work/summary')).body, { late: 1 })
})

t.test('of two reviewers one has it, for thirty minutes', async t => {
  const service = await startWork(t)
  const { reviewer, admin, clock } = service
  const link = await service.apply()
  const claims = await Promise.all([step(reviewer, link, 'claim'), step(admin, link, 'claim')])
  t.same(claims.map(({ status }) => status).sort(), [200, 409])
  const [mine, theirs] = claims[0]?.status === 200 ? [reviewer, admin] : [admin, reviewer]
  t.equal((await step(theirs, link, 'approve')).body.code, 'claimed')
  t.equal((await step(mine, link, 'claim')).status, 200, 'claiming again is no fault')
  clock.now += 30 * MINUTE
  t.equal((await step(mine, link, 'approve')).body.code, 'claimed', 'the claim is over')
  t.match((await step(theirs, link, 'claim')).body, { claim: { isMine: true } })
  t.equal((await step(mine, link, 'release')).body.code, 'claimed')
  t.equal((await step(theirs, link, 'release')).body.state, 'submitted')
})

t.test('a rejection has a coded reason, and a new application is allowed', async t => {
  const service = await startWork(t)
  const document = aDocument()
  const link = await service.apply(declarationOf(document))
  await step(service.reviewer, link, 'claim')
  t.match((await step(service.reviewer, link, 'reject')).body, { code: 'invalid-field', path: '/reason' })
  t.match((await step(service.reviewer, link, 'ask')).body, { code: 'invalid-field', path: '/text' })
  await step(service.reviewer, link, 'reject', { reason: 'details-wrong', text: '地址不符' })
  t.match((await service.by(link)('GET', '/my-work')).body, { state: 'rejected', reason: 'details-wrong', note: '地址不符' })
  const again = await service.apply(declarationOf(document))
  t.same((await service.reviewer('GET', `${QUEUE}/${again.number}`)).body.flags, [])
})

t.test('a document in two applications flags both, a phone in many the later ones, and neither decides', async t => {
  const service = await startWork(t)
  const document = aDocument()
  const one = await service.apply(declarationOf(document))
  const two = await service.apply(declarationOf(document))
  const flagsOf = async ({ number }: { number: string }) => (await service.reviewer('GET', `${QUEUE}/${number}`)).body.flags
  t.same([await flagsOf(one), await flagsOf(two)], [['document-twice'], ['document-twice']])
  const phone = '15488887777'
  const many = []
  for (let count = 0; count < 4; count++) many.push(await service.apply({ holder: { ...aDeclaration().holder, phone } }))
  t.same(await flagsOf(many[3] as { number: string }), ['phone-many'])
  await step(service.reviewer, two, 'claim')
  t.equal((await step(service.reviewer, two, 'approve')).body.state, 'issued')
})

t.test('what the register knows stands beside the declaration', async t => {
  const service = await startWork(t)
  const number = '37010119900307001X'
  const member = {
    name: '张三',
    sex: 'unknown',
    document: { number },
    phone: null,
    nationality: null,
    needs: [],
    arrival: null,
    note: null,
    relation: 'head'
  }
  const sheet = {
    site: 1,
    building: '3',
    unit: '',
    room: '101',
    tenure: 'own',
    landlord: null,
    grid: null,
    note: null,
    vehicles: [],
    how: 'door',
    outcome: 'reached'
  }
  await service.reviewer('POST', '/api/v1/register/households', { ...sheet, members: [member] })
  const link = await service.apply({ holder: { ...declarationOf(number).holder, building: '99' } })
  const { flags, facts } = (await service.reviewer('GET', `${QUEUE}/${link.number}`)).body
  t.same(flags, ['address-unknown', 'register-differs'])
  t.match(facts.person, { name: '张三', households: [{ address: '3-101' }] })
  t.equal(facts.household, null)
})

/** Actions on an object, as they stand in the database's file. */
function auditOf(file: string, object: string): string[] {
  const copy = `${file}.copy`
  copyFileSync(file, copy)
  copyFileSync(`${file}-wal`, `${copy}-wal`)
  const db = new DatabaseSync(copy)
  const rows = db.prepare('select action from audit where object = ? order by id').all(object)
  db.close()
  return rows.map(({ action }) => String(action))
}

async function manyOf(service: WorkService, count: number): Promise<string[]> {
  const links = await Promise.all(Array.from({ length: count }, () => service.apply()))
  return links.map(({ number }) => number)
}

t.test('a bulk of unflagged ones is approved after its sample was opened, and each gets one card', async t => {
  const service = await startWork(t)
  const { reviewer, admin } = service
  const numbers = await manyOf(service, 12)
  const flagged = await service.apply({ health: { ...healthy, closeContact: true } })
  const bulk = (await reviewer('POST', '/api/v1/work/bulks', { numbers: [...numbers, flagged.number] })).body
  t.same(bulk.excluded, [flagged.number])
  t.equal(bulk.sample.length, 5)
  const approve = () => reviewer('POST', `/api/v1/work/bulks/${bulk.id}/approval`, {})
  t.equal((await approve()).body.code, 'sample-needed')
  for (const { number } of bulk.sample.slice(1)) await reviewer('GET', `${QUEUE}/${number}`)
  await admin('GET', `${QUEUE}/${bulk.sample[0].number}`)
  t.equal((await approve()).body.code, 'sample-needed', 'somebody else’s look does not count')
  await reviewer('GET', `${QUEUE}/${bulk.sample[0].number}`)
  t.equal((await admin('GET', `/api/v1/work/bulks/${bulk.id}`)).status, 404, 'a bulk is its maker’s')
  const [a, b] = await Promise.all([approve(), approve()])
  const issued = [...a.body.issued, ...b.body.issued]
  t.same(issued.sort(), [...numbers].sort(), 'twice at the same time is once')
  t.equal((await service.ctx.storage.passes({ community: null, kind: 'work', limit: 50 })).length, 12)
  t.equal((await reviewer('GET', `${QUEUE}?state=issued`)).body.items.length, 12)
})

t.test('what came up since the sample is left to be looked at', async t => {
  const service = await startWork(t)
  const document = aDocument()
  const link = await service.apply(declarationOf(document))
  const bulk = (await service.reviewer('POST', '/api/v1/work/bulks', { numbers: [link.number] })).body
  await service.reviewer('GET', `${QUEUE}/${link.number}`)
  await service.apply(declarationOf(document))
  t.same((await service.reviewer('POST', `/api/v1/work/bulks/${bulk.id}/approval`, {})).body, {
    issued: [],
    approved: [],
    left: [link.number]
  })
})

t.test('a new card supersedes the old one, and none is given beside a card on hold', async t => {
  const service = await startWork(t)
  const { reviewer, ctx } = service
  const document = aDocument()
  const issue = async () => {
    const link = await service.apply(declarationOf(document))
    await step(reviewer, link, 'claim')
    return { link, answer: await step(reviewer, link, 'approve') }
  }
  const first = (await issue()).answer.body.card.serial
  const lists: number[] = []
  ctx.bus.subscribe(change => change.kind === 'status' && lists.push(change.list))
  const second = (await issue()).answer.body.card.serial
  t.match(await ctx.storage.pass(first), { status: 'superseded', replacedBy: second })
  t.same(lists, [listOf(first)])
  await reviewer('POST', `/api/v1/passes/${second}/status`, { action: 'hold', reason: 'health' })
  const third = await issue()
  t.equal(third.answer.body.code, 'card-held')
  await reviewer('POST', `/api/v1/passes/${second}/status`, { action: 'revoke', reason: 'error' })
  t.equal((await step(reviewer, third.link, 'approve')).body.state, 'issued')
})

t.test('a failed signature leaves the approval, and the card comes later, once', async t => {
  const service = await startWork(t)
  const { reviewer, ctx } = service
  const link = await service.apply()
  await step(reviewer, link, 'claim')
  const gone = (): Promise<never> => Promise.reject(new Error('the key store is gone'))
  const signer = Object.assign(Object.create(ctx.signer), { sign: gone, signMany: gone })
  const serialOf = serialSpreader(ctx.signer)
  const { id } = (await reviewer('GET', '/api/v1/session')).body
  const staff = { id, displayName: '甲', role: 'community-worker' as const, community: service.communities[0] }
  t.same(await actOnWork({ ...ctx, signer }, serialOf, staff, link.number, { action: 'approve' }), { ok: true, value: null })
  t.equal((await service.by(link)('GET', '/my-work')).body.state, 'approved')
  await Promise.all([issueWaiting(ctx, serialOf, 10), issueWaiting(ctx, serialOf, 10)])
  t.equal((await service.by(link)('GET', '/my-work')).body.state, 'issued')
  t.equal((await ctx.storage.passes({ community: null, kind: 'work', limit: 5 })).length, 1)
})

t.test('policies begin when they say, and a card keeps the one of its issue', async t => {
  const service = await startWork(t)
  const { admin, reviewer, clock } = service
  t.equal((await reviewer('POST', '/api/v1/work/policies', { ...RULES, note: '' })).status, 403)
  const later = { ...RULES, validityDays: 5, dailyReport: false, note: '纸质卡', effectiveFrom: clock.now + 60 * MINUTE }
  t.equal((await admin('POST', '/api/v1/work/policies', later)).status, 201)
  t.match((await admin('POST', '/api/v1/work/policies', { ...later, effectiveFrom: 1 })).body, { path: '/effectiveFrom' })
  const wrong = { ...later, hours: { ...RULES.hours, shifts: [{ fromMinute: 600, toMinute: 600 }] } }
  t.match((await admin('POST', '/api/v1/work/policies', wrong)).body, { path: '/hours/shifts/0' })
  const before = await service.apply()
  await step(reviewer, before, 'claim')
  t.match((await step(reviewer, before, 'approve')).body.card, { dailyReport: true })
  clock.now += 60 * MINUTE
  const after = await service.apply()
  await step(reviewer, after, 'claim')
  const { card } = (await step(reviewer, after, 'approve')).body
  t.match(card, { dailyReport: false, reportBy: null, end: Date.parse('2026-11-29T00:00+08:00') })
  t.match((await reviewer('GET', '/api/v1/work/policies')).body.items[0], { validityDays: 5, isInForce: true })
})

t.test('every look and every step is in the audit', async t => {
  const service = await startWork(t)
  const link = await service.apply()
  await service.reviewer('GET', `${QUEUE}/${link.number}`)
  await step(service.reviewer, link, 'claim')
  await step(service.reviewer, link, 'approve')
  const seen = auditOf(service.file, link.number)
  t.same(seen, ['open-work', 'work-claim', 'work-approve'])
})
