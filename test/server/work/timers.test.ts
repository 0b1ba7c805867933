import t from 'tap'
import { runWorkTimers } from '../../../server/domain/work/timers.ts'
import { serialSpreader } from '../../../server/domain/serials.ts'
import { type Link, startWork, step, type WorkService } from '../../support/work-service.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const local = (text: string): number => Date.parse(`${text}+08:00`)

/** Two servers look at the same time. */
const tick = async ({ ctx }: WorkService): Promise<void> => {
  const serialOf = serialSpreader(ctx.signer)
  await Promise.all([runWorkTimers(ctx, serialOf), runWorkTimers(ctx, serialOf)])
}
const stateOf = async (service: WorkService, link: Link): Promise<string> =>
  (await service.by(link)('GET', '/my-work')).body.state
const noticesOf = async (service: WorkService, link: Link): Promise<string[]> =>
  (await service.by(link)('GET', '/my-work/notices')).body.items.map(({ kind }: { kind: string }) => kind)

async function issued(service: WorkService, change: object = {}): Promise<Link> {
  const link = await service.apply(change)
  await step(service.reviewer, link, 'claim')
  await step(service.reviewer, link, 'approve')
  return link
}

t.test('a claim goes back after thirty minutes, an unanswered question lapses after 72 hours, each once', async t => {
  const service = await startWork(t)
  const { reviewer, clock } = service
  const [claimed, asked] = [await service.apply(), await service.apply()]
  await step(reviewer, claimed, 'claim')
  await step(reviewer, asked, 'claim')
  await step(reviewer, asked, 'ask', { text: '?' })
  clock.now += 30 * MINUTE - 1
  await tick(service)
  t.same([await stateOf(service, claimed), await stateOf(service, asked)], ['under-review', 'more-info'])
  clock.now += 1
  await tick(service)
  t.equal(await stateOf(service, claimed), 'submitted')
  clock.now += 71.5 * HOUR - 1
  await tick(service)
  t.equal(await stateOf(service, asked), 'more-info')
  clock.now += 1
  await tick(service)
  await tick(service)
  t.equal(await stateOf(service, asked), 'lapsed')
  t.same(await noticesOf(service, asked), ['lapsed', 'question', 'received'])
  const history = (await reviewer('GET', `/api/v1/work/applications/${claimed.number}`)).body.history
  t.same(
    history
      .filter(({ event }: { event: string }) => event === 'idle' || event === 'late')
      .map(({ event }: { event: string }) => event)
      .sort(),
    ['idle', 'late']
  )
})

t.test('the promise is told to be broken once, when its working time is over', async t => {
  const service = await startWork(t)
  service.clock.now = local('2026-11-27T16:00') // a Friday
  const link = await service.apply()
  service.clock.now = local('2026-11-30T15:00')
  await tick(service)
  t.equal((await service.by(link)('GET', '/my-work')).body.isLate, false, 'the very minute is in time')
  service.clock.now += 1
  await tick(service)
  await tick(service)
  t.match((await service.by(link)('GET', '/my-work')).body, { isLate: true, state: 'submitted' })
  t.same(await noticesOf(service, link), ['late', 'received'])
})

t.test('a missing report holds the card at 00:00 local, and the report lifts it at once', async t => {
  const service = await startWork(t)
  service.clock.now = local('2028-02-28T10:00')
  const link = await issued(service)
  const mine = service.by(link)
  const card = async () => (await mine('GET', '/my-work')).body.card
  t.match(await card(), { reportedToday: true, reportBy: local('2028-03-01T00:00') }, 'over a leap day')
  service.clock.now = local('2028-02-29T17:59')
  await tick(service)
  t.notOk((await noticesOf(service, link)).includes('report-due'))
  service.clock.now = local('2028-02-29T18:00')
  await tick(service)
  await tick(service)
  t.equal((await noticesOf(service, link)).filter(kind => kind === 'report-due').length, 1)
  service.clock.now = local('2028-03-01T00:00') - 1
  await tick(service)
  t.match(await card(), { status: 'valid' })
  const lists: number[] = []
  service.ctx.bus.subscribe(change => change.kind === 'status' && lists.push(change.list))
  service.clock.now += 1
  await tick(service)
  t.match(await card(), { status: 'held', hold: 'report-missing', reportBy: null })
  t.equal(lists.length, 1, 'gates are told, once')
  t.match((await service.reviewer('GET', '/api/v1/work/cards?held=true')).body.items, [
    { number: link.number, lastReportOn: null }
  ])
  t.match((await service.reviewer('GET', '/api/v1/work/summary')).body, { cardsHeld: 1 })
  const done = await mine('POST', '/my-work/reports', { temperature: 366, symptoms: [] })
  t.match(done.body, { fever: false, card: { status: 'valid', hold: null, reportedToday: true } })
  t.equal(lists.length, 2)
  t.same((await service.foreign('GET', '/api/v1/work/cards')).body.items, [])
})

t.test('a fever holds the card for health, tells staff, and no report lifts it', async t => {
  const service = await startWork(t)
  const link = await issued(service)
  const mine = service.by(link)
  const report = (temperature: number, symptoms: string[] = []) => mine('POST', '/my-work/reports', { temperature, symptoms })
  t.match((await report(378)).body, { fever: true, card: { status: 'held', hold: 'health' } })
  await report(379)
  t.match((await service.reviewer('GET', '/api/v1/alerts')).body.items, [{ kind: 'fever', held: true, label: '陈*明' }])
  t.equal((await service.reviewer('GET', '/api/v1/alerts')).body.items.length, 1)
  t.same((await service.foreign('GET', '/api/v1/alerts')).body.items, [])
  service.clock.now += 24 * HOUR
  t.match((await report(365)).body, { fever: false, card: { status: 'held', hold: 'health' } })
  const { serial } = (await mine('GET', '/my-work')).body.card
  await service.reviewer('POST', `/api/v1/passes/${serial}/status`, { action: 'lift' })
  t.match((await report(365)).body, { card: { status: 'valid', hold: null } })
  t.match((await report(300)).body, { code: 'invalid-field', path: '/temperature' })
})

t.test('a card ends at its minute: no report after it, no hold, and a warning the day before', async t => {
  const service = await startWork(t)
  service.clock.now = local('2026-11-24T10:00')
  const link = await issued(service)
  const mine = service.by(link)
  service.clock.now = local('2026-12-06T20:00')
  await mine('POST', '/my-work/reports', { temperature: 365, symptoms: [] })
  await tick(service)
  t.notOk((await noticesOf(service, link)).includes('expires-soon'))
  service.clock.now = local('2026-12-07T00:00')
  await tick(service)
  await tick(service)
  t.equal((await noticesOf(service, link)).filter(kind => kind === 'expires-soon').length, 1)
  service.clock.now = local('2026-12-08T00:00') - 1
  t.equal((await mine('POST', '/my-work/reports', { temperature: 365, symptoms: [] })).status, 200)
  service.clock.now += 1
  t.equal((await mine('POST', '/my-work/reports', { temperature: 365, symptoms: [] })).body.code, 'card-not-valid')
  service.clock.now += 48 * HOUR
  await tick(service)
  t.match((await mine('GET', '/my-work')).body.card, { status: 'valid', hold: null })
})

t.test('a step that fails keeps no other from its turn, and is tried again', async t => {
  const service = await startWork(t)
  const link = await service.apply()
  await step(service.reviewer, link, 'claim')
  service.clock.now += 30 * MINUTE
  const storage = { ...service.ctx.storage, markWorkLate: () => Promise.reject(new Error('no')) }
  const ctx = { ...service.ctx, storage }
  await t.rejects(runWorkTimers(ctx, serialSpreader(ctx.signer)))
  t.equal(await stateOf(service, link), 'submitted')
})
