import { join } from 'node:path'
import t from 'tap'
import { findDoubles } from '../../server/domain/find-doubles.ts'
import type { StoredEntry } from '../../server/ports/log-storage.ts'
import { DEFAULT_POLICY } from '../../shared/gate/policy.ts'
import type { LogEntry } from '../../shared/log/entry.ts'
import { anEntry, AT } from '../contract/samples.ts'
import { chainOf, enrol } from '../support/device.ts'
import { asStaff, signedIn, startService } from '../support/service.ts'

const HOUR = 3_600_000
const QUOTA = { ...DEFAULT_POLICY, quota: { maxExits: 1, perDays: 2 } }
let sequence = 0
const passage = (device: string, at: number, change: Partial<StoredEntry> = {}): StoredEntry => ({
  ...anEntry(device, ++sequence),
  at: AT + at,
  sequence,
  chainBroken: false,
  ...change
})
const found = (passages: StoredEntry[], policy = DEFAULT_POLICY) =>
  findDoubles(passages, () => policy).map(({ entry, other, reason }) => `${reason} ${entry.device} after ${other.device}`)

t.test('the same pass in the same direction at two gates within the time of a repetition is a double', async t => {
  t.same(found([passage('a', 0), passage('b', 119_000)]), ['repeat b after a'])
  t.same(found([passage('a', 0), passage('b', 120_000)]), [], 'later it is another passage')
  t.same(found([passage('a', 0), passage('b', 9_000, { direction: 'out' })]), [], 'in and out is a walk')
  t.same(found([passage('a', 0), passage('a', 9_000)]), [], 'at one gate the phone saw it itself')
  t.same(found([passage('a', 0), passage('b', 9_000, { reasons: ['REPEAT'] })]), [], 'nor where the gate knew')
})

t.test('a household that goes out at two gates has used its exits', async t => {
  const out = (device: string, at: number, change: Partial<StoredEntry> = {}) =>
    passage(device, at, { kind: 'household', direction: 'out', ...change })
  t.same(found([out('a', 0), out('b', HOUR)], QUOTA), ['quota b after a'])
  t.same(found([out('a', 0), out('b', HOUR)]), [], 'where there is a quota')
  t.same(found([out('a', 0), out('b', HOUR, { reasons: ['QUOTA'] })], QUOTA), [], 'and the gate did not know')
  t.same(found([out('a', 0), out('a', HOUR), out('b', HOUR + 1, { direction: 'in' })], QUOTA), [], 'of another gate')
  t.same(found([out('a', 0, { purpose: 'medical' }), out('b', HOUR)], QUOTA), [], 'a doctor is no exit')
  t.same(found([out('a', 0), out('b', 72 * HOUR)], QUOTA), [], 'nor one of three days ago')
  t.same(found([out('a', 0, { kind: 'person' }), out('b', HOUR, { kind: 'person' })], QUOTA), [], 'nor one person')
})

t.test('two phones without a network', async t => {
  const service = await startService(join(t.testdir(), 'service'))
  t.teardown(service.close)
  const { app, ctx, clock, gates } = service
  const cookie = await signedIn(app, 'worker1')
  const worker = asStaff(app, cookie)
  const gate = gates[0]
  const PASSED = { serial: 77, kind: 'person', keyId: '0123abcd', verdict: 'PASS', reasons: ['OK'], admitted: true } as const
  const upload = async (device: { id: string; token: string }, after: number, change: Partial<LogEntry> = {}) => {
    const entries = await chainOf(device.id, gate, 1, clock.now - HOUR + after, { ...PASSED, ...change })
    const payload = { entries, unsent: 1, deviceMs: clock.now }
    const headers = { authorization: `Bearer ${device.token}` }
    return app.inject({ method: 'POST', url: '/api/v1/gate/entries', headers, payload })
  }
  const devices = async () => [await enrol(app, cookie, 1, clock.now), await enrol(app, cookie, 1, clock.now)] as const

  t.test('a double is flagged when the second entry arrives, whichever that is', async t => {
    for (const [serial, isLateFirst] of [
      [101, false],
      [102, true]
    ] as const) {
      const [first, second] = await devices()
      const both = [() => upload(first, 0, { serial }), () => upload(second, 60_000, { serial })]
      for (const send of isLateFirst ? both.reverse() : both) t.equal((await send()).statusCode, 200)
      const { items } = (await worker('GET', '/api/v1/entries?flagged=true&limit=1')).body
      t.match(items, [{ serial, device: second.id, flag: { reason: 'repeat', number: 1, gate, deviceName: '测试手机' } }])
      t.equal(items[0].at - items[0].flag.at, 60_000)
    }
  })

  t.test('nothing is lost, nothing is changed, and what is sent again is flagged once', async t => {
    const [first, second] = await devices()
    for (let again = 0; again < 3; again++)
      for (const device of [first, second]) await upload(device, device === first ? 0 : 5_000, { serial: 103 })
    const entries = (await ctx.storage.entries({ sites: [1], limit: 50 })).filter(({ serial }) => serial === 103)
    t.equal(entries.length, 2)
    t.ok(entries.every(({ admitted, reasons }) => admitted && reasons[0] === 'OK'))
    t.equal((await ctx.storage.flagsOf(entries)).length, 1)
  })

  t.test('a crash between storing and flagging is made good by the entry that is sent again', async t => {
    const [first, second] = await devices()
    await upload(first, 0, { serial: 104 })
    const [entry] = await chainOf(second.id, gate, 1, clock.now - HOUR + 5_000, { ...PASSED, serial: 104 })
    if (entry === undefined) throw new Error('no entry')
    await ctx.storage.appendEntries([{ ...entry, device: second.id, at: clock.now - HOUR + 5_001, receivedAt: clock.now }])
    t.same(await ctx.storage.flagsOf([{ device: second.id, number: 1 }]), [])
    await upload(second, 5_000, { serial: 104 })
    t.match(await ctx.storage.flagsOf([{ device: second.id, number: 1 }]), [{ reason: 'repeat' }])
  })

  t.test('drills, refusals and forged codes are no passages', async t => {
    for (const [serial, change] of [
      [105, { kind: 'drill' }],
      [106, { admitted: false }],
      [107, { reasons: ['FORGED'] }]
    ] as const) {
      const [first, second] = await devices()
      await upload(first, 0, { serial, ...change })
      await upload(second, 5_000, { serial, ...change })
      t.same(await ctx.storage.flagsOf([{ device: second.id, number: 1 }]), [])
    }
  })

  t.test('another community sees no flag of ours', async t => {
    const stranger = asStaff(app, await signedIn(app, 'worker2'))
    t.same((await stranger('GET', '/api/v1/entries?flagged=true')).body.items, [])
  })
})
