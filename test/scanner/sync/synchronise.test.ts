import t from 'tap'
import { backoffMs } from '../../../scanner/sync/backoff.ts'
import { deliver } from '../../../scanner/sync/deliver.ts'
import { createTokenKeeper } from '../../../scanner/sync/device-token.ts'
import { createEventParser, type ServerEvent } from '../../../scanner/sync/event-reader.ts'
import { EVERY_MS, IDLE, type Schedule, step, type SyncAct, type SyncEvent } from '../../../scanner/sync/schedule.ts'
import { type HeldData, synchronise, takePushed } from '../../../scanner/sync/synchronise.ts'
import { createFakeService, type FakeService, type Fate } from '../../support/fake-gate-service.ts'
import { openPhone, PASSAGE, type Phone } from '../../support/gate-log.ts'

const append = async (phone: Phone, count: number): Promise<void> => {
  for (let each = 0; each < count; each++) await phone.log.append(PASSAGE)
}

function startRound(phone: Phone, service: FakeService) {
  const taken: string[] = []
  const issued = new Map<number, number>()
  let version: number | null = null
  const held: HeldData & { offsetMs: number | null; isRefusing: boolean } = {
    offsetMs: null,
    isRefusing: false,
    trustVersion: () => version,
    listIssuedAt: list => issued.get(list) ?? 0,
    async takeTrust(jws) {
      taken.push(jws)
      if (!this.isRefusing) version = service.manifest.trustVersion
      return !this.isRefusing
    },
    async takeStatus(jwt) {
      taken.push(jwt)
      const list = Number(jwt.slice(5))
      issued.set(list, Math.floor((service.manifest.lists.find(one => one.list === list)?.version ?? 0) / 1000))
      return true
    },
    takeRecent: entries => void taken.push(`recent ${entries.length}`),
    learnOffset(ms) {
      held.offsetMs = ms
    },
    keep: async () => void taken.push('kept')
  }
  held.takeTrust = held.takeTrust.bind(held)
  const keeper = () =>
    createTokenKeeper(service.api, {
      device: 'phone',
      sign: async () => new Uint8Array(64),
      randomBytes: count => new Uint8Array(count)
    })
  const clock = { now: service.now }
  const round = {
    api: service.api,
    tokens: keeper(),
    outbox: phone.outbox,
    held,
    now: () => clock.now,
    onAcknowledged: (upTo: number) => phone.witness.acknowledge('phone', upTo),
    tidy: (nowMs: number) => phone.outbox.tidy(nowMs),
    cursor: { recent: null as string | null }
  }
  return { round, held, taken, clock }
}

t.test('every entry arrives exactly once, whatever the network loses', async t => {
  const fates: Fate[] = ['arrives', 'request-lost', 'answer-lost']
  for (const [name, list] of fates.flatMap(a => fates.flatMap(b => fates.map(c => [`${a}, ${b}, ${c}`, [a, b, c]] as const)))) {
    const phone = await openPhone()
    const service = createFakeService()
    service.fates = [...list]
    await append(phone, 5)
    const { round } = startRound(phone, service)
    for (let tries = 0; tries < 4; tries++) await synchronise(round)
    await append(phone, 2)
    for (let tries = 0; tries < 4; tries++) await synchronise(round)
    t.same([...service.entries.keys()], [1, 2, 3, 4, 5, 6, 7], name)
    t.equal(await phone.outbox.unsent(), 0, name)
  }
})

t.test('a crash between any two steps of a delivery costs nothing', async t => {
  for (const step of ['after upload', 'after acknowledge'] as const) {
    let phone = await openPhone()
    const service = createFakeService()
    await append(phone, 3)
    const outbox = {
      ...phone.outbox,
      acknowledge: async (upTo: number) => {
        if (step === 'after acknowledge') await phone.outbox.acknowledge(upTo)
        throw new Error('the phone went dark')
      }
    }
    await t.rejects(synchronise({ ...startRound(phone, service).round, outbox }))
    phone = await phone.restart()
    await phone.log.append(PASSAGE)
    await synchronise(startRound(phone, service).round)
    t.same([...service.entries.keys()], [1, 2, 3, 4], step)
    t.equal(await phone.outbox.unsent(), 0, step)
    t.match(phone.witness.recall(), { number: 4, acknowledged: 4 })
  }
})

t.test('large logs go in batches of five hundred', async t => {
  const phone = await openPhone()
  const service = createFakeService()
  await append(phone, 1_001)
  await synchronise(startRound(phone, service).round)
  t.same(
    service.batches.map(({ length }) => length),
    [500, 500, 1]
  )
  t.equal(await phone.outbox.acknowledged(), 1_001)
})

t.test('what the service names missing is sent again, and nothing beyond the gap is acknowledged', async t => {
  const phone = await openPhone()
  const service = createFakeService()
  await append(phone, 4)
  await synchronise(startRound(phone, service).round)
  service.entries.delete(2) // a service that was restored from a backup
  await append(phone, 1)
  const seen: number[] = []
  await deliver(
    phone.outbox,
    async entries => {
      const answer = await service.api.upload('1', { entries, unsent: 0, deviceMs: 0 })
      if (answer.ok) seen.push(answer.value.contiguous)
      return answer
    },
    () => {}
  )
  t.same(seen, [1, 5])
  t.same([...service.entries.keys()].sort(), [1, 2, 3, 4, 5])
  t.equal(await phone.outbox.unsent(), 0)
})

t.test('numbers that nobody can bring back hold up nothing', async t => {
  const phone = await openPhone()
  const service = createFakeService()
  await append(phone, 4)
  await phone.outbox.acknowledge(2)
  await phone.outbox.tidy(PASSAGE.deviceMs + 100 * 3_600_000)
  await synchronise(startRound(phone, service).round)
  t.same([...service.entries.keys()], [3, 4])
  t.equal(await phone.outbox.unsent(), 0)
  t.equal(service.batches.length, 1)
})

t.test('a service that asks in circles is left alone until the next time', async t => {
  const phone = await openPhone()
  await append(phone, 3)
  let uploads = 0
  const stubborn = async () => {
    uploads++
    return { ok: true as const, value: { contiguous: 0, missing: [[1, 3] as [number, number]], quarantined: [], serverTime: 0 } }
  }
  t.match(await deliver(phone.outbox, stubborn, () => {}), { failure: null })
  t.equal(uploads, 1)
  t.equal(await phone.outbox.unsent(), 3)
})

t.test('an entry in quarantine counts as delivered', async t => {
  const phone = await openPhone()
  const service = createFakeService()
  service.quarantined.add(2)
  await append(phone, 3)
  await synchronise(startRound(phone, service).round)
  t.same([...service.entries.keys()], [1, 3])
  t.equal(await phone.outbox.unsent(), 0)
})

t.test('a token that is no longer taken is replaced once, in the same round', async t => {
  const phone = await openPhone()
  const service = createFakeService()
  const { round } = startRound(phone, service)
  t.match(await synchronise(round), { failure: null })
  service.validFrom = 2
  await append(phone, 1)
  t.match(await synchronise(round), { failure: null })
  t.equal(service.entries.size, 1)
  service.validFrom = 99
  service.calls.length = 0
  await append(phone, 1)
  t.match(await synchronise(round), { failure: { status: 401 } })
  t.equal(service.calls.filter(call => call === 'token').length, 1, 'and not for ever')
})

t.test('a wrong clock is told by the service and does not keep the phone out', async t => {
  const phone = await openPhone()
  const service = createFakeService()
  const { round, held, clock } = startRound(phone, service)
  clock.now -= 3_600_000
  t.match(await synchronise(round), { failure: null })
  t.equal(held.offsetMs, 3_600_000)
})

t.test('only what changed is fetched', async t => {
  const phone = await openPhone()
  const service = createFakeService()
  service.manifest = {
    trustVersion: 3,
    lists: [
      { list: 0, version: 1_000_000 },
      { list: 1, version: 2_000_000 }
    ]
  }
  service.recent = { entries: [[7, 1, 100]], cursor: '9' }
  const { round, taken } = startRound(phone, service)
  await synchronise(round)
  t.same(taken, ['trust-1', 'list-0', 'list-1', 'kept', 'recent 1'])
  taken.length = 0
  service.manifest = {
    ...service.manifest,
    lists: [
      { list: 0, version: 1_000_000 },
      { list: 1, version: 3_000_000 }
    ]
  }
  service.calls.length = 0
  await synchronise(round)
  t.same(taken, ['list-1', 'kept', 'recent 1'])
  t.ok(service.calls.includes('recent 9'), 'passages from where the last answer ended')
})

t.test('data that the root did not sign is told of, and the rest goes on', async t => {
  const phone = await openPhone()
  const { round, held } = startRound(phone, createFakeService())
  held.isRefusing = true
  t.match(await synchronise(round), { failure: null, refusedData: true })
})

t.test('a revoked phone delivers everything and gets nothing', async t => {
  const phone = await openPhone()
  const service = createFakeService()
  service.revoked = true
  await append(phone, 2)
  const { round, taken } = startRound(phone, service)
  t.match(await synchronise(round), { failure: null, revoked: true })
  t.equal(service.entries.size, 2)
  t.same(taken, [])
  t.notOk(service.calls.includes('manifest'))
})

t.test('rounds follow each other and never overlap; a wish is never forgotten', async t => {
  const run = (events: readonly SyncEvent[]): SyncAct[] => {
    let schedule: Schedule = IDLE
    return events.map(event => {
      const [next, act] = step(schedule, event, 0)
      schedule = next
      return act
    })
  }
  const wanted: SyncEvent = { kind: 'wanted' }
  const done: SyncEvent = { kind: 'finished', failed: false }
  const failed: SyncEvent = { kind: 'finished', failed: true }
  t.same(run([wanted, wanted, wanted, done, done]), [
    { kind: 'run' },
    { kind: 'rest' },
    { kind: 'rest' },
    { kind: 'run' },
    { kind: 'wait', ms: EVERY_MS }
  ])
  t.same(run([wanted, failed, wanted, failed]), [
    { kind: 'run' },
    { kind: 'wait', ms: backoffMs(1, 0) },
    { kind: 'run' },
    { kind: 'wait', ms: backoffMs(2, 0) }
  ])
  t.same(run([wanted, failed, wanted, done, wanted, failed]).at(-1), { kind: 'wait', ms: backoffMs(1, 0) }, 'success resets')
  t.same(run([wanted, wanted, failed]).at(-1), { kind: 'wait', ms: backoffMs(1, 0) }, 'no hammering while offline')
  t.same(run([wanted, { kind: 'ended' }, done, wanted]).slice(1), [{ kind: 'rest' }, { kind: 'rest' }, { kind: 'rest' }])
})

t.test('the wait doubles, is spread by chance, and has an end', async t => {
  t.same(
    [1, 2, 3].map(failures => backoffMs(failures, 0)),
    [1_000, 2_000, 4_000]
  )
  t.same(
    [1, 2, 3].map(failures => backoffMs(failures, 0.999)),
    [1_999, 3_998, 7_996]
  )
  t.ok(backoffMs(1_000, 1) <= 60_000)
})

t.test('passages that are pushed are taken as they come, and are not asked for again', async t => {
  const phone = await openPhone()
  const service = createFakeService()
  const { round, taken } = startRound(phone, service)
  const event = { event: 'passages', data: JSON.stringify({ entries: [[7, 2, 100]], cursor: '12' }) }
  t.equal(takePushed(event, round), true)
  t.same(taken, ['recent 1'])
  await synchronise(round)
  t.ok(service.calls.includes('recent 12'))
  t.equal(takePushed({ event: 'manifest', data: '{}' }, round), false, 'anything else is a wish to ask')
})

t.test('events are read whole, in whatever pieces they come', async t => {
  const events: ServerEvent[] = []
  const parse = createEventParser(event => events.push(event))
  for (const piece of [': hi\n\nevent: mani', 'fest\ndata: {"a":1}\n', '\nevent: entries\ndata: {}\n\n:', ' ping\n\n'])
    parse(piece)
  t.same(events, [
    { event: 'manifest', data: '{"a":1}' },
    { event: 'entries', data: '{}' }
  ])
})

t.test('what is kept beside the log is delivered after it, and by a phone that was revoked, too', async t => {
  const phone = await openPhone()
  const service = createFakeService()
  const { round } = startRound(phone, service)
  service.revoked = true
  await append(phone, 1)
  const deliverBeside = async (): Promise<null> => {
    service.calls.push('beside')
    return null
  }
  t.match(await synchronise({ ...round, deliverBeside }), { failure: null, revoked: true })
  t.same(service.calls, ['token', 'upload', 'beside'])
})

t.test('a log that could not be delivered comes before everything else', async t => {
  const phone = await openPhone()
  const service = createFakeService()
  const { round } = startRound(phone, service)
  await append(phone, 1)
  service.fates = ['request-lost']
  const deliverBeside = (): Promise<null> => Promise.reject(new Error('too early'))
  t.match(await synchronise({ ...round, deliverBeside }), { failure: { kind: 'offline' } })
})
