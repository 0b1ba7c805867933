import { sign } from 'node:crypto'
import t from 'tap'
import { headSealText } from '../../shared/log/head-seal.ts'
import type { WireEntry } from '../../shared/schema/gate.ts'
import { chainOf, enrol, type TestDevice } from '../support/device.ts'
import { asStaff, signedIn, startService } from '../support/service.ts'

const sealOf = ({ id, privateKey }: TestDevice, { number, hash }: WireEntry) => {
  const text = Buffer.from(headSealText({ device: id, number, hash }))
  return { number, hash, signature: sign('sha256', text, { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url') }
}

t.test('entries that somebody else brings', async t => {
  const service = await startService(t.testdir())
  t.teardown(() => service.close())
  const { app, clock, gates } = service
  const cookie = await signedIn(app, 'worker1')
  const office = asStaff(app, cookie)
  const carrier = await enrol(app, cookie, 1, clock.now)
  const bring = async (token: string, payload: object) =>
    (
      await app.inject({
        method: 'POST',
        url: '/api/v1/entries/carried',
        headers: { authorization: `Bearer ${token}` },
        payload
      })
    ).json()
  const origin = async (count: number) => {
    const device = await enrol(app, cookie, 1, clock.now)
    return { device, entries: await chainOf(device.id, gates[0], count, clock.now) }
  }
  const logged = async (device: string): Promise<number> =>
    (await service.ctx.storage.entries({ sites: null, device, limit: 100 })).length

  t.test('go into the log of the phone that signed them, once', async t => {
    const { device, entries } = await origin(3)
    const body = { device: device.id, entries, seal: sealOf(device, entries[2] as WireEntry) }
    t.match(await bring(carrier.token, body), { stored: 3, contiguous: 3, missing: [], quarantined: [] })
    t.match(await bring(carrier.token, body), { stored: 0, contiguous: 3 })
    t.equal(await logged(device.id), 3)
  })

  t.test('are proved by an entry that follows them and is known', async t => {
    const { device, entries } = await origin(4)
    const seal = sealOf(device, entries[3] as WireEntry)
    await bring(carrier.token, { device: device.id, entries: entries.slice(2), seal })
    t.match(await bring(carrier.token, { device: device.id, entries: entries.slice(0, 2), seal: null }), {
      stored: 2,
      contiguous: 4
    })
  })

  t.test('without a proof are kept aside and fill nobody’s place', async t => {
    const { device, entries } = await origin(2)
    const forged = await chainOf(device.id, gates[0], 2, clock.now + 5_000)
    const other = await origin(1)
    for (const seal of [null, sealOf(other.device, forged[1] as WireEntry), sealOf(device, entries[1] as WireEntry)])
      t.match(await bring(carrier.token, { device: device.id, entries: forged, seal }), {
        stored: 0,
        contiguous: 0,
        quarantined: []
      })
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/gate/entries',
      headers: { authorization: `Bearer ${device.token}` },
      payload: { entries, unsent: 2, deviceMs: clock.now }
    })
    t.match(answer.json(), { contiguous: 2, quarantined: [] })
    t.equal(await logged(device.id), 2)
    const health = (await office('GET', '/api/v1/devices/health')).body.find(({ id }: { id: string }) => id === device.id)
    t.match(health, { quarantined: 6, lastNumber: 2, missingRanges: [], broken: 0 })
    const { body } = await office('GET', `/api/v1/devices/${device.id}/quarantine`)
    t.match(body[0], { number: null, reason: 'unsigned' })
    t.equal(body.length, 6)
  })

  t.test('of a revoked phone are taken, too', async t => {
    const { device, entries } = await origin(1)
    await office('POST', `/api/v1/devices/${device.id}/revoke`, {})
    t.match(await bring(carrier.token, { device: device.id, entries, seal: sealOf(device, entries[0] as WireEntry) }), {
      stored: 1
    })
  })

  t.test('come in by the office of their community, and by no other', async t => {
    const { device, entries } = await origin(1)
    const body = { device: device.id, entries, seal: sealOf(device, entries[0] as WireEntry) }
    const foreign = asStaff(app, await signedIn(app, 'worker2'))
    t.equal((await foreign('POST', '/api/v1/entries/carried', body)).status, 404)
    t.equal((await foreign('GET', `/api/v1/devices/${device.id}/quarantine`)).status, 404)
    t.match(await office('POST', '/api/v1/entries/carried', body), { status: 200, body: { stored: 1 } })
  })

  t.test('missing numbers and breaks are listed', async t => {
    const { device, entries } = await origin(5)
    const other = await chainOf(device.id, gates[0], 5, clock.now + 9_000)
    const payload = { entries: [entries[0], other[1], entries[4]], unsent: 0, deviceMs: clock.now }
    await app.inject({
      method: 'POST',
      url: '/api/v1/gate/entries',
      headers: { authorization: `Bearer ${device.token}` },
      payload
    })
    const health = (await office('GET', '/api/v1/devices/health')).body.find(({ id }: { id: string }) => id === device.id)
    t.match(health, { missingRanges: [[3, 4]], brokenAt: [2], broken: 1, lastNumber: 5 })
  })
})
