import t from 'tap'
import type { FastifyInstance } from 'fastify'
import { runRetention } from '../../server/domain/retention/run-retention.ts'
import { STANDARD_DAYS } from '../../server/domain/retention/times.ts'
import { anEntry } from '../contract/samples.ts'
import { asStaff, NOW, signedIn, startService, type TestService } from '../support/service.ts'

const DAY_MS = 86_400_000

async function withLog(dir: string): Promise<TestService> {
  const service = await startService(dir)
  const of = (number: number, receivedAt: number, change = {}) =>
    anEntry('d1', number, { receivedAt, at: receivedAt, plate: '鲁A12345', driver: 9, overrideReason: '王老师认识', ...change })
  await service.ctx.storage.appendEntries([
    of(1, NOW - 40 * DAY_MS),
    of(2, NOW - 20 * DAY_MS),
    of(3, NOW - 20 * DAY_MS, { serial: 12 }),
    of(4, NOW - 2 * DAY_MS)
  ])
  return service
}

const entriesOf = (service: TestService) => service.ctx.storage.entries({ sites: null, limit: 9 })

t.test('names leave the log after 14 days, entries after 30, and counts stay', async t => {
  const service = await withLog(t.testdir())
  t.teardown(() => service.close())
  const certificate = await runRetention(service.ctx)
  const [young, other, old, ...more] = await entriesOf(service)
  t.same(more, [], 'the one of 40 days ago is gone')
  t.match(young, { number: 4, serial: 4711, plate: '鲁A12345' })
  for (const entry of [old, other])
    t.match(entry, { serial: null, keyId: null, plate: null, driver: null, overrideReason: null, temperature: 365 })
  t.match(old?.pseudonym, /^[A-Za-z0-9_-]{16}$/)
  t.not(old?.pseudonym, other?.pseudonym, 'two passes stay two')
  const counts = await service.ctx.storage.passageCounts('2000-01-01', '2100-01-01')
  t.equal(
    counts.reduce((sum, { count }) => sum + count, 0),
    3
  )
  t.match(JSON.parse(certificate?.body ?? ''), [
    { kind: 'passages', count: 3 },
    { kind: 'pseudonyms', count: 1 }
  ])
  t.equal(await runRetention(service.ctx), null, 'nothing is due twice')
  service.clock.now += 30 * DAY_MS
  t.match(
    JSON.parse((await runRetention(service.ctx))?.body ?? ''),
    [
      { kind: 'passages', count: 1 },
      { kind: 'pseudonyms', count: 3 },
      { kind: 'audit', count: Number }
    ].slice(0, 2)
  )
  t.same(await entriesOf(service), [])
})

const read = async (app: FastifyInstance, cookie: string, url: string) => (await asStaff(app, cookie)('GET', url)).body

t.test('an administrator sees and sets the times, and certificates that prove themselves', async t => {
  const service = await withLog(t.testdir())
  t.teardown(() => service.close())
  const { app, ctx } = service
  const cookie = await signedIn(app, 'admin')
  t.same((await read(app, cookie, '/api/v1/retention')).days, STANDARD_DAYS)
  const put = (days: object) => asStaff(app, cookie)('PUT', '/api/v1/retention', { days })
  t.match((await put({ ...STANDARD_DAYS, audit: 90 })).body, { code: 'invalid-field', path: '/days/audit' })
  t.match(
    (await put({ ...STANDARD_DAYS, passages: 60, pseudonyms: 40 })).body,
    { code: 'invalid-field', path: '/days/pseudonyms' },
    'an entry does not go before its names'
  )
  t.equal((await put({ ...STANDARD_DAYS, passages: 7, pseudonyms: 16 })).status, 200)
  await runRetention(ctx)
  service.clock.now += 10 * DAY_MS
  await runRetention(ctx)
  t.same(
    (await entriesOf(service)).map(({ number, serial }) => [number, serial]),
    [[4, null]],
    'the times that were set count'
  )
  const { items } = await read(app, cookie, '/api/v1/retention/certificates')
  t.match(
    items.map(({ number, isProved }: { number: number; isProved: boolean }) => [number, isProved]),
    [
      [2, true],
      [1, true]
    ]
  )
  const page = await read(app, cookie, '/api/v1/retention/certificates?limit=1')
  t.match(page, { items: [{ number: 2, isProved: true }], next: '2' })
  t.match(await read(app, cookie, `/api/v1/retention/certificates?limit=1&cursor=${page.next}`), {
    items: [{ number: 1, isProved: true }],
    next: null
  })
})

t.test('a certificate whose text was changed does not prove itself, nor does one whose forerunner is gone', async t => {
  const service = await withLog(t.testdir())
  t.teardown(() => service.close())
  const cookie = await signedIn(service.app, 'admin')
  await runRetention(service.ctx)
  await service.ctx.storage.addCertificate(previous => ({
    number: 3,
    at: NOW,
    body: JSON.stringify([{ kind: 'audit', before: NOW, count: 1 }]),
    previousHash: previous?.hash ?? '',
    hash: 'f'.repeat(64)
  }))
  const { items } = await read(service.app, cookie, '/api/v1/retention/certificates')
  t.match(
    items.map(({ number, isProved }: { number: number; isProved: boolean }) => [number, isProved]),
    [
      [3, false],
      [1, true]
    ]
  )
})
