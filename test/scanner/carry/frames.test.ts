import t from 'tap'
import { createReceiver, type Receiver } from '../../../scanner/carry/receive-frames.ts'
import { carriedCount } from '../../../scanner/carry/carried-count.ts'
import { type CarryOutcome, takeCarryFile } from '../../../scanner/carry/carry-log.ts'
import { entriesAsCodes } from '../../../scanner/carry/show-frames.ts'
import { leaveDevice } from '../../../scanner/log/leave.ts'
import { atOnce, openPhone, PASSAGE, type Phone } from '../../support/gate-log.ts'

const signOf = () => async () => new Uint8Array(64)
const unexpected = () => Promise.reject(new Error('passages'))
const DAY_MS = 24 * 3_600_000

async function codesOf(phone: Phone, count: number): Promise<readonly string[]> {
  for (let each = 0; each < count; each++) await phone.log.append({ ...PASSAGE, boot: crypto.randomUUID() })
  const showing = await entriesAsCodes(phone.db, signOf, 5)
  if (showing.kind !== 'codes') throw new Error(showing.kind)
  return showing.texts
}
const receiverOf = ({ db }: Phone, now = 9): Receiver<CarryOutcome> =>
  createReceiver(db, { entries: content => takeCarryFile(db, content, now), passages: unexpected }, () => now)

t.test('unsent entries go from screen to camera and are on the disk of the carrier', async t => {
  const [origin, carrier] = [await openPhone('origin'), await openPhone('carrier')]
  t.same(await entriesAsCodes(origin.db, signOf, 5), { kind: 'nothing' })
  const codes = await codesOf(origin, 20)
  t.ok(codes.length > 3)
  const receiver = receiverOf(carrier)
  for (const code of codes.slice(0, -1).toReversed()) t.equal((await receiver.take(code)).kind, 'added')
  t.equal((await receiver.take(codes[0] as string)).kind, 'known')
  t.equal((await receiver.take('CP1ABC')).kind, 'foreign')
  t.equal((await receiver.take(`${codes.at(-1)}0`)).kind, 'damaged')
  t.equal(await carriedCount(carrier.db), 0)
  const whole = await receiver.take(codes.at(-1) as string)
  t.same(whole, { kind: 'imported', outcome: { kind: 'taken', count: 20, device: 'origin' } })
  t.equal(await carriedCount(carrier.db), 20)
  t.equal(await carrier.db.count('frames'), 0, 'and the frames are gone')
  t.equal((await receiver.take(codes[0] as string)).kind, 'known', 'though the codes go on')
})

t.test('a carrier that was closed goes on where it was, for a day', async t => {
  const [origin, carrier] = [await openPhone('origin'), await openPhone('carrier')]
  const codes = await codesOf(origin, 20)
  const first = receiverOf(carrier)
  for (const code of codes.slice(0, 2)) await first.take(code)
  const again = await carrier.restart()
  const second = receiverOf(again)
  t.equal(await second.resume(), null)
  t.match(await second.take(codes[2] as string), { kind: 'added', have: 3, total: codes.length })
  await receiverOf(again, 10 + DAY_MS).resume()
  t.equal(await again.db.count('frames'), 0, 'whoever showed them still has them')
})

t.test('a transfer counts only when what it carried is safe', async t => {
  const [origin, carrier] = [await openPhone('origin'), await openPhone('carrier')]
  const codes = await codesOf(origin, 20)
  const full = createReceiver(
    carrier.db,
    { entries: () => Promise.reject(new Error('the disk is full')), passages: unexpected },
    () => 9
  )
  for (const code of codes.slice(0, -1)) await full.take(code)
  await t.rejects(full.take(codes.at(-1) as string), /full/)
  t.equal(await carrier.db.count('frames'), codes.length, 'nothing of it is dropped')
  t.match(await receiverOf(carrier).resume(), { kind: 'imported', outcome: { kind: 'taken', count: 20 } }, 'and it goes on later')
})

t.test('frames that are not whole do not keep a phone from being given back, and go with it', async t => {
  const [origin, carrier] = [await openPhone('origin'), await openPhone('carrier')]
  const codes = await codesOf(origin, 20)
  await receiverOf(carrier).take(codes[0] as string)
  t.equal(await atOnce(() => leaveDevice(carrier.db, carrier.copy)), true)
  t.equal(await carrier.db.count('frames'), 0)
})
