import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { decodeJwt } from 'jose'
import t from 'tap'
import { DEFAULT_POLICY } from '../../shared/gate/policy.ts'
import type { LogEntry } from '../../shared/log/entry.ts'
import type { WireEntry } from '../../shared/schema/gate.ts'
import { epochSeconds } from '../../shared/time.ts'
import { indexOf, listOf } from '../../shared/status/status-list.ts'
import { chainOf, enrol, proofOf, type TestDevice } from '../support/device.ts'
import { asStaff, signedIn, startService } from '../support/service.ts'

const MINUTE = 60_000

t.test('a second high reading', async t => {
  const service = await startService(join(t.testdir(), 'service'))
  t.teardown(service.close)
  const { app, ctx, clock, gates } = service
  const cookie = await signedIn(app, 'worker1')
  const worker = asStaff(app, cookie)
  const stranger = asStaff(app, await signedIn(app, 'worker2'))
  const newPass = async () =>
    (await worker('POST', '/api/v1/passes', { kind: 'person', name: '赵六一', site: 1, hours: 99 })).body
  const upload = async ({ token }: TestDevice, entries: readonly WireEntry[]) => {
    const payload = { entries, unsent: entries.length, deviceMs: clock.now }
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/gate/entries',
      headers: { authorization: `Bearer ${token}` },
      payload
    })
    t.equal(answer.statusCode, 200)
    return answer.json()
  }
  const fever = (serial: number | null, change: Partial<LogEntry> = {}): Partial<LogEntry> => ({
    serial,
    kind: serial === null ? null : 'person',
    keyId: serial === null ? null : '0123abcd',
    verdict: 'STOP',
    reasons: ['FEVER'],
    temperature: 381,
    ...change
  })
  /** The entries of a phone from 1 on, each with its own change. */
  const entriesOf = async (device: TestDevice, changes: readonly Partial<LogEntry>[], now = clock.now): Promise<WireEntry[]> => {
    const wires: WireEntry[] = []
    for (const [index, change] of changes.entries()) {
      const { chainEntry } = await import('../../shared/log/chain.ts')
      const { toWire, fromWire } = await import('../../shared/log/wire.ts')
      const { sha256 } = await import('../../server/keys/node-crypto.ts')
      const [sample] = await chainOf(device.id, gates[0], 1, now)
      if (sample === undefined) throw new Error('no sample')
      const entry = { ...fromWire(sample).entry, number: index + 1, ...change }
      wires.push(toWire(await chainEntry(device.id, entry, wires.at(-1)?.hash ?? '0'.repeat(64), sha256)))
    }
    return wires
  }
  const statusAtGates = async (serial: number): Promise<number> => {
    const jwt = (await app.inject({ url: `/api/v1/gate/status/${listOf(serial)}` })).body
    const { lst } = decodeJwt(jwt).status_list as { lst: string }
    const bits = inflateSync(Buffer.from(lst, 'base64url'))
    return ((bits[indexOf(serial) >> 2] ?? 0) >> (2 * (indexOf(serial) & 3))) & 3
  }
  const openAlerts = async (ask = worker) => (await ask('GET', '/api/v1/alerts?open=true')).body.items

  await t.test('puts the pass on hold at every gate with the very delivery, and tells staff', async t => {
    const pass = await newPass()
    const device = await enrol(app, cookie, 1, clock.now)
    const entries = await entriesOf(device, [fever(pass.serial), fever(pass.serial, { follows: 1 })])
    await upload(device, entries.slice(0, 1))
    t.equal(await statusAtGates(pass.serial), 0, 'one high reading is measured again')
    t.same(await openAlerts(), [])
    await upload(device, entries.slice(1))
    t.equal(await statusAtGates(pass.serial), 2, 'held')
    const { history } = (await worker('GET', `/api/v1/passes/${pass.serial}`)).body
    t.match(history.at(-1), { action: 'hold', reason: 'health', by: '测试手机' })
    const [alert] = await openAlerts()
    t.match(alert, { kind: 'fever', serial: pass.serial, label: '赵*一', held: true, gate: gates[0], site: 1, number: 2 })
    t.notMatch(JSON.stringify(alert), /赵六一|381|38\.1/, 'neither clear name nor reading')
    t.same(await openAlerts(stranger), [], 'another community is not told')

    await t.test('and a hold that staff lifted stays lifted when the entry is delivered again', async t => {
      await worker('POST', `/api/v1/passes/${pass.serial}/status`, { action: 'lift' })
      await upload(device, entries)
      t.equal(await statusAtGates(pass.serial), 0)
      t.equal((await openAlerts()).length, 1)
    })
    await t.test('and whoever sees to it is named; another community cannot', async t => {
      t.equal((await stranger('POST', `/api/v1/alerts/${alert.id}/acknowledge`, {})).status, 404)
      t.match((await worker('POST', `/api/v1/alerts/${alert.id}/acknowledge`, {})).body, { acknowledgedBy: '工作者1' })
      t.same(await openAlerts(), [])
      t.equal((await worker('GET', '/api/v1/alerts')).body.items.length, 1)
    })
  })

  await t.test('is seen over two gates within the hour, and not after it', async t => {
    const [near, far] = [await newPass(), await newPass()]
    const east = await enrol(app, cookie, 1, clock.now)
    await upload(east, await entriesOf(east, [fever(near.serial), fever(far.serial)]))
    clock.now += 59 * MINUTE
    const west = await enrol(app, cookie, 1, clock.now)
    await upload(west, await entriesOf(west, [fever(near.serial)]))
    t.equal(await statusAtGates(near.serial), 2)
    clock.now += 2 * MINUTE
    const third = await enrol(app, cookie, 1, clock.now)
    await upload(third, await entriesOf(third, [fever(far.serial)]))
    t.equal(await statusAtGates(far.serial), 0)
  })

  await t.test('counts whichever of the two arrives last, once', async t => {
    const pass = await newPass()
    const device = await enrol(app, cookie, 1, clock.now)
    const entries = await entriesOf(device, [fever(pass.serial), fever(pass.serial, { follows: 1 })])
    const before = (await openAlerts()).length
    await upload(device, entries.slice(1))
    t.equal(await statusAtGates(pass.serial), 0)
    await upload(device, entries.slice(0, 1))
    t.equal(await statusAtGates(pass.serial), 2)
    t.equal((await openAlerts()).length, before + 1)
  })

  await t.test('is no override of the first, no forged code, and nothing of a revoked phone', async t => {
    const [overridden, forged, stolen] = [await newPass(), await newPass(), await newPass()]
    const device = await enrol(app, cookie, 1, clock.now)
    const override = fever(overridden.serial, { follows: 1, overrideReason: '就医', admitted: true, method: 'manual' })
    await upload(device, await entriesOf(device, [fever(overridden.serial), override]))
    t.equal(await statusAtGates(overridden.serial), 0)
    const other = await enrol(app, cookie, 1, clock.now)
    const claim = fever(forged.serial, { reasons: ['FORGED', 'FEVER'] })
    await upload(other, await entriesOf(other, [claim, { ...claim, follows: 1 }]))
    t.equal(await statusAtGates(forged.serial), 0, 'whoever copies a number holds nobody')
    const lost = await enrol(app, cookie, 1, clock.now)
    await worker('POST', `/api/v1/devices/${lost.id}/revoke`, {})
    const { token } = (
      await app.inject({ method: 'POST', url: '/api/v1/devices/token', payload: proofOf(lost, clock.now) })
    ).json()
    lost.token = token
    await upload(lost, await entriesOf(lost, [fever(stolen.serial), fever(stolen.serial, { follows: 1 })]))
    t.equal(await statusAtGates(stolen.serial), 0)
    t.match((await openAlerts())[0], { serial: stolen.serial, held: false }, 'but staff hear of it')
  })

  await t.test('of somebody without a pass is told, too', async t => {
    const device = await enrol(app, cookie, 1, clock.now)
    await upload(device, await entriesOf(device, [fever(null), fever(null, { follows: 1 })]))
    t.match((await openAlerts())[0], { kind: 'fever', serial: null, label: null, held: false })
  })

  await t.test('a watched plate is a notice of one line, and holds nobody', async t => {
    const policy = { ...DEFAULT_POLICY, effectiveFrom: epochSeconds(1), watchedPlates: [{ prefix: '鄂', notice: '湖北车辆' }] }
    await ctx.storage.addPolicy({ policy, note: '', createdAt: clock.now, createdBy: '' })
    const car = (await worker('POST', '/api/v1/passes', { kind: 'vehicle', plate: '鄂A54321', site: 1, hours: 9 })).body
    const device = await enrol(app, cookie, 1, clock.now)
    const scanned = {
      serial: car.serial,
      kind: 'vehicle',
      keyId: car.keyId,
      verdict: 'PASS',
      reasons: ['OK'],
      admitted: true
    } as const
    const typed = { method: 'plate', plate: '鄂B12345', reasons: ['VEHICLE'] } as const
    await upload(device, await entriesOf(device, [scanned, typed, { ...typed, follows: 2 }, { ...typed, plate: '鲁A12345' }]))
    const notices = (await openAlerts()).filter(({ kind }: { kind: string }) => kind === 'plate')
    t.match(notices, [
      { label: '鄂B12345', note: '湖北车辆', held: false },
      { label: '鄂A54321', note: '湖北车辆', held: false }
    ])
    t.equal(notices.length, 2)
    t.equal(await statusAtGates(car.serial), 0)
  })
})
