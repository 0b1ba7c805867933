import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import t from 'tap'
import { chainOf, enrol, proofOf } from '../support/device.ts'
import { asStaff, NOW, signedIn, startService } from '../support/service.ts'

t.test('phones and their log', async t => {
  const service = await startService(join(t.testdir(), 'service'))
  t.teardown(service.close)
  const { app, ctx, clock } = service
  const cookie = await signedIn(app, 'worker1')
  const worker = asStaff(app, cookie)
  const gate = service.gates[0]
  const upload = async (token: string, entries: readonly unknown[], isZipped = true) => {
    const json = JSON.stringify({ entries, unsent: entries.length, deviceMs: clock.now })
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      ...(isZipped ? { 'content-encoding': 'gzip' } : {})
    }
    return app.inject({ method: 'POST', url: '/api/v1/gate/entries', headers, payload: isZipped ? gzipSync(json) : json })
  }

  t.test('a code enrols one phone, within ten minutes', async t => {
    const code = (await worker('POST', '/api/v1/enrolments', { site: 1 })).body.code
    const device = await enrol(app, cookie, 1, clock.now)
    const payload = { code, name: '手机', publicKey: { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) } }
    t.equal(
      (await app.inject({ method: 'POST', url: '/api/v1/devices', payload })).json().path,
      '/publicKey',
      'a point that is not on the curve'
    )
    clock.now += 10 * 60_000
    const { publicKey } = (await ctx.storage.device(device.id)) ?? { publicKey: null }
    t.equal(
      (await app.inject({ method: 'POST', url: '/api/v1/devices', payload: { ...payload, publicKey } })).json().code,
      'code-invalid'
    )
  })

  t.test('a proof works once, only with the key, and tells a wrong clock', async t => {
    const device = await enrol(app, cookie, 1, clock.now)
    const ask = (payload: object) => app.inject({ method: 'POST', url: '/api/v1/devices/token', payload })
    const proof = proofOf(device, clock.now)
    t.equal((await ask(proof)).statusCode, 200)
    t.equal((await ask(proof)).json().code, 'signature-invalid', 'the same nonce again')
    const other = await enrol(app, cookie, 1, clock.now)
    t.equal((await ask({ ...proofOf(other, clock.now), device: device.id })).json().code, 'signature-invalid', 'another phone')
    const early = await ask(proofOf(device, clock.now - 3_600_000))
    t.match(early.json(), { code: 'clock-wrong', detail: String(clock.now) })
  })

  t.test('entries come exactly once, in whatever order and however often they are sent', async t => {
    const device = await enrol(app, cookie, 1, clock.now)
    const chain = await chainOf(device.id, gate, 10, clock.now)
    t.match((await upload(device.token, chain.slice(4))).json(), { contiguous: 0, missing: [[1, 4]] })
    t.match((await upload(device.token, chain.slice(0, 3), false)).json(), { contiguous: 3, missing: [[4, 4]] })
    t.match((await upload(device.token, chain)).json(), { contiguous: 10, missing: [], quarantined: [] })
    t.match((await upload(device.token, chain)).json(), { contiguous: 10, quarantined: [] })
    const entries = await ctx.storage.entries({ sites: [1], device: device.id, limit: 100 })
    t.same(
      entries.map(({ number }) => number).sort((a, b) => a - b),
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    )
    t.ok(entries.every(({ chainBroken }) => !chainBroken))
  })

  t.test('how wrong a phone’s clock is, is known without an entry', async t => {
    const device = await enrol(app, cookie, 1, clock.now)
    const headers = { authorization: `Bearer ${device.token}` }
    const ask = (deviceMs: number) => app.inject({ url: `/api/v1/gate/manifest?deviceMs=${deviceMs}`, headers })
    t.equal((await ask(clock.now - 86_400_000)).statusCode, 200)
    t.equal((await ctx.storage.device(device.id))?.offsetMs, 86_400_000)
    await ask(clock.now - 86_400_500)
    t.equal((await ctx.storage.device(device.id))?.offsetMs, 86_400_000, 'half a second is the network')
  })

  t.test('an entry keeps the time of the phone, and has its true time beside it', async t => {
    const device = await enrol(app, cookie, 1, clock.now)
    const chain = await chainOf(device.id, gate, 1, clock.now - 86_400_000, { offsetMs: null, boot: 'run', monotonicMs: 1_000 })
    const payload = { entries: chain, unsent: 1, deviceMs: clock.now, boot: 'run', monotonicMs: 61_000 }
    const headers = { authorization: `Bearer ${device.token}` }
    await app.inject({ method: 'POST', url: '/api/v1/gate/entries', headers, payload })
    const [kept] = await ctx.storage.entries({ sites: [1], device: device.id, limit: 1 })
    t.match(kept, { deviceMs: clock.now - 86_400_000 + 1, at: clock.now - 60_000 })
  })

  t.test('what cannot be taken is kept in quarantine, and the rest of the batch is taken', async t => {
    const device = await enrol(app, cookie, 1, clock.now)
    const chain = await chainOf(device.id, gate, 4, clock.now)
    const forged = { ...chain[1], admitted: true }
    const strange = { number: 3, hello: 'world' }
    const answer = (await upload(device.token, [chain[0], forged, strange, chain[3]])).json()
    t.match(answer, { contiguous: 4, quarantined: [2, 3] })
    t.same((await ctx.storage.quarantined(device.id, 10)).map(({ number, reason }) => [number, reason]).sort(), [
      [2, 'hash'],
      [3, 'schema']
    ])
    const other = await chainOf(device.id, gate, 1, clock.now + 5)
    t.match((await upload(device.token, other)).json(), { quarantined: [1] }, 'another entry under a number that is taken')
  })

  t.test('a break of the chain is marked, also when the predecessor comes later', async t => {
    const device = await enrol(app, cookie, 1, clock.now)
    const chain = await chainOf(device.id, gate, 3, clock.now)
    const other = await chainOf(device.id, gate, 2, clock.now + 99)
    await upload(device.token, [chain[0], chain[2]])
    await upload(device.token, [other[1]])
    const entries = await ctx.storage.entries({ sites: [1], device: device.id, limit: 9 })
    t.same(entries.map(({ number, chainBroken }) => [number, chainBroken]).sort(), [
      [1, false],
      [2, true],
      [3, true]
    ])
  })

  t.test('a revoked phone still delivers, and gets nothing', async t => {
    const device = await enrol(app, cookie, 1, clock.now)
    await worker('POST', `/api/v1/devices/${device.id}/revoke`, {})
    const again = (await app.inject({ method: 'POST', url: '/api/v1/devices/token', payload: proofOf(device, clock.now) })).json()
    t.equal(again.revoked, true)
    t.match((await upload(again.token, await chainOf(device.id, gate, 2, clock.now))).json(), { contiguous: 2 })
    const manifest = await app.inject({ url: '/api/v1/gate/manifest', headers: { authorization: `Bearer ${again.token}` } })
    t.equal(manifest.json().code, 'device-revoked')
  })

  t.test('a batch that unpacks to more than it may is refused, and the service lives on', async t => {
    const device = await enrol(app, cookie, 1, clock.now)
    const headers = { authorization: `Bearer ${device.token}`, 'content-type': 'application/json', 'content-encoding': 'gzip' }
    const bomb = await app.inject({
      method: 'POST',
      url: '/api/v1/gate/entries',
      headers,
      payload: gzipSync(Buffer.alloc(50_000_000, 32))
    })
    t.equal(bomb.statusCode, 413)
    const broken = await app.inject({ method: 'POST', url: '/api/v1/gate/entries', headers, payload: Buffer.from('no gzip') })
    t.equal(broken.statusCode, 400)
    t.equal((await app.inject({ url: '/readyz' })).statusCode, 200)
  })

  t.test('recent passages of the own site come down once', async t => {
    const device = await enrol(app, cookie, 1, clock.now)
    const passed = { serial: 77, kind: 'person', keyId: '0123abcd', verdict: 'PASS', reasons: ['OK'], admitted: true } as const
    await upload(device.token, await chainOf(device.id, gate, 3, clock.now, passed))
    const get = async (after = '') =>
      (await app.inject({ url: `/api/v1/gate/recent${after}`, headers: { authorization: `Bearer ${device.token}` } })).json()
    const first = await get()
    t.same(
      first.entries.map(([serial]: number[]) => serial),
      [77, 77, 77]
    )
    t.same((await get(`?after=${first.cursor}`)).entries, [])
    const other = await enrol(app, cookie, 1, clock.now)
    await upload(other.token, await chainOf(other.id, gate, 1, clock.now, { ...passed, serial: 78, kind: 'vehicle', driver: 79 }))
    t.same(
      (await get(`?after=${first.cursor}`)).entries.map(([serial]: number[]) => serial),
      [78, 79],
      'the driver passed with the vehicle'
    )
  })

  t.test('gates are told which household pass took another’s place', async t => {
    const device = await enrol(app, cookie, 1, clock.now)
    const issue = (kind: string) => worker('POST', '/api/v1/passes', { kind, name: '赵六一', site: 1, hours: 9 })
    const again = async (serial: number) => (await worker('POST', `/api/v1/passes/${serial}/reissue`, {})).body.serial
    const [household, person] = [(await issue('household')).body.serial, (await issue('person')).body.serial]
    const next = await again(household)
    await again(person)
    const answer = await app.inject({ url: '/api/v1/gate/recent', headers: { authorization: `Bearer ${device.token}` } })
    t.same(answer.json().successors, [[household, next]])
  })

  t.test('the console sees entries with the masked name of a genuine pass, and none of the other community', async t => {
    const pass = (await worker('POST', '/api/v1/passes', { kind: 'person', name: '赵六一', site: 1, hours: 9 })).body
    const device = await enrol(app, cookie, 1, clock.now)
    const genuine = {
      serial: pass.serial,
      kind: 'person',
      keyId: pass.keyId,
      verdict: 'PASS',
      reasons: ['OK'],
      admitted: true
    } as const
    await upload(device.token, await chainOf(device.id, gate, 1, clock.now, genuine))
    const [newest] = (await worker('GET', '/api/v1/entries?limit=1')).body.items
    t.match(newest, { label: '赵*一', device: device.id, deviceName: '测试手机', verdict: 'PASS' })
    const stranger = asStaff(app, await signedIn(app, 'worker2'))
    t.same((await stranger('GET', '/api/v1/entries')).body.items, [])
    t.equal((await stranger('GET', '/api/v1/entries?site=1')).body.code, 'site-unknown')
  })

  t.test('the manifest moves with trust and status', async t => {
    const device = await enrol(app, cookie, 1, clock.now)
    const manifest = async () =>
      (await app.inject({ url: '/api/v1/gate/manifest', headers: { authorization: `Bearer ${device.token}` } })).json()
    const before = await manifest()
    clock.now += 1
    const pass = (await worker('POST', '/api/v1/passes', { kind: 'person', name: '钱七', site: 1, hours: 9 })).body
    await worker('POST', `/api/v1/passes/${pass.serial}/status`, { action: 'hold', reason: 'health' })
    await worker('POST', '/api/v1/gates', { site: 1, name: '西门', nameEn: 'West', directions: ['in'] })
    const after = await manifest()
    t.ok(after.trustVersion > before.trustVersion)
    t.ok(after.lists[0].version > before.lists[0].version)
    t.ok(NOW <= after.serverTime)
  })
})
