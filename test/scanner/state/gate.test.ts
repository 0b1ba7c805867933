import { join } from 'node:path'
import t from 'tap'
import { createEntryLog } from '../../../scanner/log/append-entry.ts'
import { readDayCount } from '../../../scanner/log/day-counts.ts'
import { openGateDatabase } from '../../../scanner/log/gate-database.ts'
import { createOutbox } from '../../../scanner/log/outbox.ts'
import { createWitness } from '../../../scanner/log/witness.ts'
import { enrol, normaliseCode } from '../../../scanner/state/enrol.ts'
import { createGateData } from '../../../scanner/state/gate-data.ts'
import { identity, offsetMs, post, recent, resetGateState, status, trust, unsent } from '../../../scanner/state/gate-state.ts'
import { createScanner } from '../../../scanner/state/scan.ts'
import { createTokenKeeper } from '../../../scanner/sync/device-token.ts'
import { createGateApi } from '../../../scanner/sync/gate-api.ts'
import { synchronise } from '../../../scanner/sync/synchronise.ts'
import {
  awaitDriver,
  awaitedDriver,
  countPassengers,
  DRIVER_AWAITED_MS,
  stopAwaitingDriver
} from '../../../scanner/vehicle/awaited-driver.ts'
import { atOnce, memoryStorage, sha256 } from '../../support/gate-log.ts'
import { asStaff, NOW, signedIn, startService } from '../../support/service.ts'

const PERSON = { kind: 'person', name: '陈小明', document: '37010119900307001X', site: 1, hours: 336 }

t.test('a phone from its enrolment to its revocation, against the service itself', async t => {
  const service = await startService(join(t.testdir(), 'service'))
  t.teardown(service.close)
  const worker = asStaff(service.app, await signedIn(service.app, 'worker1'))
  const base = `${await service.app.listen({ port: 0, host: '127.0.0.1' })}/api/v1`
  const api = createGateApi(base)
  const db = await openGateDatabase('whole-life')
  t.teardown(() => {
    db.close()
    resetGateState()
  })
  const now = (): number => service.clock.now

  t.match(await enrol(api, db, 'WR0NG-000', '东门一号'), { code: 'code-invalid' })
  const { code } = (await worker('POST', '/api/v1/enrolments', { site: 1 })).body
  t.equal(await enrol(api, db, `${code.slice(0, 4)}-${code.slice(4)}`.toLowerCase(), '东门一号'), null)
  const self = identity.value
  if (self === null) throw new Error('not enrolled')
  t.notOk(self.privateKey.extractable, 'the key cannot leave the phone')

  const outbox = createOutbox(db)
  const witness = createWitness(memoryStorage())
  const held = createGateData(db, self)
  const tokens = createTokenKeeper(api, {
    device: self.device,
    sign: async text =>
      new Uint8Array(
        await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, self.privateKey, new TextEncoder().encode(text))
      ),
    randomBytes: count => crypto.getRandomValues(new Uint8Array(count))
  })
  const round = {
    api,
    tokens,
    outbox,
    held,
    now,
    onAcknowledged: (upTo: number) => witness.acknowledge(self.device, upTo),
    tidy: (nowMs: number) => outbox.tidy(nowMs),
    cursor: { recent: null }
  }
  t.match(await synchronise(round), { failure: null, refusedData: false, revoked: false })
  t.ok(trust.value?.gates.some(({ site }) => site === 1))
  t.equal(status.value.asOf, Math.floor(NOW / 1000))

  const log = createEntryLog({ db, device: self.device, sha256, witness, copy: null, exclusively: atOnce })
  const scanner = createScanner({ log, boot: 'boot-1', onLogged: () => {}, now, monotonicMs: () => service.clock.now - NOW })
  post.value = { gate: service.gates[0], direction: 'in' }
  const issued = (await worker('POST', '/api/v1/passes', PERSON)).body
  t.match(await synchronise(round), { failure: null, refusedData: false })

  t.test('a pass is durable before it is shown, and the same code is one passage', async t => {
    const shown = await scanner.take(issued.text, 'camera')
    t.match(shown?.decision, { verdict: 'PASS', genuine: true, pass: { label: issued.label } })
    t.same(await outbox.from(1, 10), [shown?.entry])
    t.equal(unsent.value, 1)
    service.clock.now += 2_000
    t.equal(await scanner.take(issued.text, 'camera'), null, 'still in front of the camera')
    service.clock.now += 10_000
    t.match((await scanner.take(issued.text, 'camera'))?.decision, { verdict: 'PASS', headline: 'REPEAT' })
  })

  t.test('what is measured afterwards belongs to the passage: no repetition of itself, and counted once', async t => {
    service.clock.now += 600_000
    const before = await readDayCount(db, service.clock.now)
    const shown = await scanner.take(issued.text, 'file')
    if (shown === null) throw new Error('nothing was logged')
    t.match(shown.decision, { verdict: 'PASS', headline: 'OK' })
    const measured = await scanner.goOn(shown, { temperature: 365 })
    t.match(measured?.decision, { verdict: 'PASS', headline: 'OK' })
    t.match(measured?.entry, { follows: shown.entry.number, temperature: 365, admitted: true })
    const after = await readDayCount(db, service.clock.now)
    t.same([after.total - before.total, after.admitted - before.admitted], [1, 1])
  })

  t.test('a forged code is tried again before anybody is called a forger, then refused and logged', async t => {
    const last = issued.text.endsWith('1') ? '2' : '1'
    const forged = `${issued.text.slice(0, 130)}${issued.text[130] === '0' ? '1' : '0'}${issued.text.slice(131, -1)}${last}`
    t.equal(await scanner.take(forged, 'camera'), null)
    const shown = await scanner.take(forged, 'camera')
    t.match(shown?.decision, { verdict: 'STOP', headline: 'FORGED', pass: null })
    t.match(shown?.entry, { admitted: false, overrideReason: null })
    if (shown) await scanner.override(shown, '就医、急救')
    const [again] = await outbox.newest(1)
    t.match(again, { admitted: true, overrideReason: '就医、急救', method: 'manual', verdict: 'STOP', reasons: ['FORGED'] })
    if (shown) scanner.dismiss(shown)
    t.equal(await scanner.take(forged, 'camera'), null, 'and not asked about again at once')
  })

  t.test('a drill code is refused and logged, and no override is written after it', async t => {
    const drill = (await worker('POST', '/api/v1/passes', { ...PERSON, kind: 'drill' })).body
    const shown = await scanner.take(drill.text, 'camera')
    t.match(shown?.decision, { verdict: 'STOP', headline: 'DRILL' })
    if (shown === null) throw new Error('nothing was logged')
    await t.rejects(scanner.override(shown, '就医、急救', 9))
    t.match(await outbox.newest(1), [{ number: shown.entry.number, admitted: false, kind: 'drill' }])
  })

  t.test('a passage without a code is an entry of its own, and what is learned later follows it', async t => {
    const shown = await scanner.record({ method: 'class', presented: 'vehicle', vehicleClass: 'truck', plate: '鲁A12345' })
    t.match(shown?.decision, { verdict: 'CHECK', headline: 'VEHICLE', pass: null })
    t.match(shown?.entry, { serial: null, vehicleClass: 'truck', plate: '鲁A12345', admitted: false, follows: null })
    if (shown === null) throw new Error('nothing was logged')
    const later = await scanner.goOn(shown, { temperature: 380 })
    t.match(later?.decision, { verdict: 'STOP', headline: 'FEVER' })
    t.match(later?.entry, { follows: shown.entry.number, vehicleClass: 'truck', temperature: 380 })
    const rescue = await scanner.record({ method: 'class', presented: 'emergency', vehicleClass: 'ambulance' })
    t.match(rescue?.entry, { verdict: 'PASS', admitted: true })
  })

  t.test('a vehicle and its driver are one passage, and the severest finding of both decides', async t => {
    const car = (await worker('POST', '/api/v1/passes', { kind: 'vehicle', plate: '鲁AD12345', site: 1, hours: 99 })).body
    service.clock.now += 600_000
    const passed = await scanner.take(car.text, 'camera')
    if (passed === null) throw new Error('nothing was logged')
    t.match(passed.decision, { verdict: 'PASS', headline: 'OK' })
    awaitDriver(passed, now())
    countPassengers(2, now())
    const both = await scanner.take(issued.text, 'camera')
    t.match(both?.decision, { verdict: 'PASS', pass: { label: '鲁AD12345' } })
    t.match(both?.entry, { serial: car.serial, driver: issued.serial, passengers: 2, follows: passed.entry.number })
    if (both !== null) awaitDriver(both, now())
    t.equal(awaitedDriver.value, null, 'one driver a car')

    service.clock.now += 600_000
    const again = await scanner.take(car.text, 'camera')
    if (again === null) throw new Error('nothing was logged')
    awaitDriver(again, now())
    const forged = `${issued.text.slice(0, 130)}${issued.text[130] === '2' ? '3' : '2'}${issued.text.slice(131)}`
    t.equal(await scanner.take(forged, 'camera'), null, 'one doubtful read calls no driver a forger')
    const refused = await scanner.take(forged, 'camera')
    t.match(refused?.decision, { verdict: 'STOP', headline: 'FORGED', genuine: false })
    t.match(refused?.entry, { serial: car.serial, admitted: false, follows: again.entry.number })

    service.clock.now += DRIVER_AWAITED_MS + 600_000
    const pedestrian = await scanner.take(issued.text, 'camera')
    t.match(
      pedestrian?.entry,
      { serial: issued.serial, driver: null, follows: null },
      'whoever comes too late is nobody’s driver'
    )
    stopAwaitingDriver()
  })

  t.test('another car is no driver', async t => {
    const car = (await worker('POST', '/api/v1/passes', { kind: 'vehicle', plate: '鲁A12345', site: 1, hours: 99 })).body
    const other = (await worker('POST', '/api/v1/passes', { kind: 'vehicle', plate: '鲁B12345', site: 1, hours: 99 })).body
    const passed = await scanner.take(car.text, 'camera')
    if (passed === null) throw new Error('nothing was logged')
    awaitDriver(passed, now())
    const next = await scanner.take(other.text, 'camera')
    t.match(next?.entry, { serial: other.serial, driver: null, follows: null })
    stopAwaitingDriver()
  })

  t.test('what cannot be logged is not shown', async t => {
    const broken = createScanner({
      log: { append: () => Promise.reject(new Error('disk full')) },
      boot: 'boot-1',
      onLogged: () => {},
      now,
      monotonicMs: () => service.clock.now - NOW
    })
    await t.rejects(broken.take(issued.text, 'file'))
  })

  t.test('everything arrives, and passages told back are not counted twice', async t => {
    const before = recent.value.length
    t.match(await synchronise(round), { failure: null })
    t.equal(await outbox.unsent(), 0)
    t.equal((await service.ctx.storage.entries({ sites: [1], limit: 30 })).length, 17)
    t.equal(recent.value.length, before)
  })

  t.test('a revocation reaches the verdict, and a restart offline still knows it', async t => {
    service.clock.now += 600_000
    const { serial } = issued
    t.equal((await worker('POST', `/api/v1/passes/${serial}/status`, { action: 'revoke', reason: 'lost' })).status, 200)
    t.match(await synchronise(round), { failure: null })
    t.match((await scanner.take(issued.text, 'file'))?.decision, { verdict: 'STOP', headline: 'REVOKED' })
    const kept = { identity: identity.value, post: post.value }
    resetGateState()
    identity.value = kept.identity
    post.value = kept.post
    await createGateData(db, self).load()
    service.clock.now += 10_000
    t.match((await scanner.take(issued.text, 'file'))?.decision, { verdict: 'STOP', headline: 'REVOKED' })
    t.type(offsetMs.value, 'number')
  })

  t.test('a revoked phone still delivers', async t => {
    t.equal((await worker('POST', `/api/v1/devices/${self.device}/revoke`, {})).status, 200)
    tokens.forget()
    t.match(await synchronise(round), { failure: null, revoked: true })
    t.equal(await outbox.unsent(), 0)
  })
})

t.test('a code is read as people write it', async t => {
  t.equal(normaliseCode('abcd-efgh'), 'ABCDEFGH')
  t.equal(normaliseCode(' o1il 2345 '), '01112345')
})
