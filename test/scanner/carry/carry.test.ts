import t from 'tap'
import { isTroubled, filtered } from '../../../console/state/log-health.ts'
import { deliverFile } from '../../../console/state/deliver-file.ts'
import { carryFileOfPhone, takeCarryFile } from '../../../scanner/carry/carry-log.ts'
import { carriedCount } from '../../../scanner/carry/carried-count.ts'
import { forgetCarried } from '../../../scanner/log/forget-carried.ts'
import { leaveDevice } from '../../../scanner/log/leave.ts'
import { deliverCarried } from '../../../scanner/sync/deliver-carried.ts'
import { carryFileName, readCarryFile } from '../../../shared/log/carry-file.ts'
import type { CarriedBody } from '../../../shared/schema/gate.ts'
import type { DeviceHealth } from '../../../shared/schema/device-health.ts'
import { gunzip, gzip } from '../../../ui/gzip.ts'
import { openPhone, PASSAGE, type Phone } from '../../support/gate-log.ts'

const signOf = () => async () => new Uint8Array(64)
const append = async (phone: Phone, count: number): Promise<void> => {
  for (let each = 0; each < count; each++) await phone.log.append(PASSAGE)
}
async function fileOf(phone: Phone): Promise<Blob> {
  const file = await carryFileOfPhone(phone.db, signOf, 5)
  return gzip(JSON.stringify(file))
}
const ANSWER = { contiguous: 0, missing: [], quarantined: [], serverTime: 0, stored: 0 }

t.test('a file holds what is not acknowledged, sealed at its last entry', async t => {
  const phone = await openPhone('origin')
  t.equal(await carryFileOfPhone(phone.db, signOf, 5), null, 'nothing to carry')
  await append(phone, 3)
  await phone.outbox.acknowledge(1)
  const file = await carryFileOfPhone(phone.db, signOf, 5)
  t.match(file, { device: 'origin', realm: 'realm', entries: [{ number: 2 }, { number: 3 }], seal: { number: 3 } })
  t.equal(carryFileName(file as never), 'checkpoint-origin-2-3.json.gz')
  t.same(readCarryFile(JSON.stringify(file)), file)
  t.equal(await phone.outbox.unsent(), 2, 'and nothing left the phone')
})

t.test('another phone keeps the file until the service has it, and cannot be given back before', async t => {
  const [origin, other] = [await openPhone('origin'), await openPhone('carrier')]
  await append(origin, 2)
  const file = await fileOf(origin)
  t.same(await takeCarryFile(other.db, file, 9), { kind: 'taken', count: 2, device: 'origin' })
  t.same(await takeCarryFile(other.db, file, 9), { kind: 'taken', count: 2, device: 'origin' })
  t.equal(await carriedCount(other.db), 2, 'the same file is the same entries')
  t.equal(await leaveDevice(other.db, other.copy), false)
  const forget = (log: Parameters<typeof forgetCarried>[2]) => forgetCarried(other.db, other.copy, log)
  await deliverCarried(other.db, async () => ({ ok: false, failure: { kind: 'offline' } }), forget)
  t.equal(await carriedCount(other.db), 2)
  const refused = (status: number) => async () =>
    ({ ok: false, failure: { kind: 'refused', status, code: '', detail: null } }) as const
  t.equal(await deliverCarried(other.db, refused(404), forget), null, 'a log that nobody wants fails no round')
  t.match(await deliverCarried(other.db, refused(503), forget), { status: 503 })
  t.equal(await carriedCount(other.db), 2, 'and stays')
  const bodies: CarriedBody[] = []
  await deliverCarried(other.db, async body => (bodies.push(body), { ok: true, value: ANSWER }), forget)
  t.match(bodies, [{ device: 'origin', entries: [{ number: 1 }, { number: 2 }], seal: { number: 2 } }])
  t.equal(await carriedCount(other.db), 0)
})

t.test('files that are none, of this phone, or of another realm are told apart', async t => {
  const [origin, other] = [await openPhone('origin'), await openPhone('carrier')]
  await append(origin, 1)
  const file = await fileOf(origin)
  t.same(await takeCarryFile(origin.db, file, 9), { kind: 'own' })
  t.same(await takeCarryFile(other.db, new Blob(['x']), 9), { kind: 'unreadable' })
  t.same(await takeCarryFile(other.db, await gzip('{"format":"other"}'), 9), { kind: 'unreadable' })
  const self = await other.db.get('identity', 'self')
  await other.db.put(
    'identity',
    { ...(self as never as { realm: object }), realm: { id: 'far', name: '', nameEn: '' } } as never,
    'self'
  )
  t.same(await takeCarryFile(other.db, file, 9), { kind: 'foreign' })
  t.equal(await gunzip(await gzip('x'.repeat(1_000)), 999), null, 'and no more is unpacked than was asked for')
})

t.test('the console delivers a long file from its end', async t => {
  const phone = await openPhone('origin')
  await append(phone, 3)
  const whole = await carryFileOfPhone(phone.db, signOf, 5)
  const entries = Array.from({ length: 1_200 }, (_, at) => ({ ...(whole?.entries[0] as object), number: at + 1 }))
  const firsts: number[] = []
  const outcome = await deliverFile(await gzip(JSON.stringify({ ...whole, entries })), async body => {
    firsts.push((body.entries[0] as { number: number }).number)
    return { ok: true, value: { ...ANSWER, stored: body.entries.length } } as never
  })
  t.same(outcome, { kind: 'delivered', count: 1_200, stored: 1_200 })
  t.same(firsts, [701, 201, 1])
  t.same(await deliverFile(new Blob(['x']), async () => t.fail() as never), { kind: 'unreadable' })
})

t.test('a phone is in trouble by gaps, breaks, quarantine or its clock', t => {
  const fine = { site: 1, missingRanges: [], broken: 0, quarantined: 0, offsetMs: 59_000 } as unknown as DeviceHealth
  t.notOk(isTroubled(fine))
  for (const change of [{ missingRanges: [[1, 1]] }, { broken: 1 }, { quarantined: 1 }, { offsetMs: -60_000 }])
    t.ok(isTroubled({ ...fine, ...(change as object) }))
  t.same(filtered([fine, { ...fine, broken: 1, site: 2 }], { site: '2', show: 'trouble' }).length, 1)
  t.same(filtered([fine], { site: '2', show: 'all' }), [])
  t.end()
})
