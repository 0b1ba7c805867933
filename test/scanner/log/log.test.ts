import t from 'tap'
import { readDayCount } from '../../../scanner/log/day-counts.ts'
import { leaveDevice } from '../../../scanner/log/leave.ts'
import { createWitness } from '../../../scanner/log/witness.ts'
import { isChained } from '../../../shared/log/chain.ts'
import { fromWire } from '../../../shared/log/wire.ts'
import { epochMs } from '../../../shared/time.ts'
import { memoryStorage, openPhone, PASSAGE, sha256 } from '../../support/gate-log.ts'

const HOUR = 3_600_000

t.test('entries are numbered without a gap and chained, over restarts', async t => {
  let phone = await openPhone()
  for (let each = 0; each < 3; each++) await phone.log.append(PASSAGE)
  phone = await phone.restart()
  await phone.log.append(PASSAGE)
  const entries = await phone.outbox.from(1, 10)
  t.same(
    entries.map(({ number }) => number),
    [1, 2, 3, 4]
  )
  for (const [at, wire] of entries.entries()) {
    t.ok(await isChained('phone', fromWire(wire), sha256))
    if (at > 0) t.equal(wire.previousHash, entries[at - 1]?.hash)
  }
})

t.test('two that append at the same moment never share a number, even without a lock', async t => {
  const first = await openPhone('phone', 'two-tabs')
  const second = await openPhone('phone', 'two-tabs')
  await Promise.all(Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? first : second).log.append(PASSAGE)))
  const entries = await first.outbox.from(1, 100)
  t.same(
    entries.map(({ number }) => number),
    Array.from({ length: 20 }, (_, at) => at + 1)
  )
  t.equal(new Set(entries.map(({ previousHash }) => previousHash)).size, 20, 'one chain')
})

t.test('an append that fails leaves nothing behind, and the next one goes on', async t => {
  const phone = await openPhone()
  await phone.log.append(PASSAGE)
  const broken = { ...PASSAGE, reasons: [() => 'OK'] as never } // cannot be stored
  await t.rejects(phone.log.append(broken))
  t.equal(await phone.outbox.unsent(), 1)
  t.equal((await phone.log.append(PASSAGE)).number, 2)
  t.same(await readDayCount(phone.db, PASSAGE.deviceMs), { day: '2020-09-13', total: 2, admitted: 2 })
})

t.test('the writes ask for the disk, not for the cache', async t => {
  const phone = await openPhone()
  const asked: unknown[] = []
  const transaction = phone.db.transaction.bind(phone.db)
  phone.db.transaction = ((stores: never, mode: never, options: { durability?: string }) => {
    if (mode === 'readwrite') asked.push(options?.durability)
    return transaction(stores, mode, options as never)
  }) as never
  await phone.log.append(PASSAGE)
  await phone.outbox.acknowledge(1)
  await phone.outbox.tidy(0)
  t.same(asked, ['strict', 'strict', 'strict'])
})

t.test('only what is delivered and two days old is dropped', async t => {
  const phone = await openPhone()
  const start = PASSAGE.deviceMs
  for (let each = 0; each < 4; each++) await phone.log.append({ ...PASSAGE, deviceMs: epochMs(start + each * 24 * HOUR) })
  await phone.outbox.acknowledge(2)
  await phone.outbox.tidy(start + 49 * HOUR)
  t.same(
    (await phone.outbox.from(1, 10)).map(({ number }) => number),
    [2, 3, 4],
    'the second is delivered and young'
  )
  await phone.outbox.tidy(start + 1_000 * HOUR)
  t.same(
    (await phone.outbox.from(1, 10)).map(({ number }) => number),
    [3, 4],
    'the undelivered stay for ever'
  )
  t.equal(await phone.outbox.unsent(), 2)
  t.equal((await readDayCount(phone.db, start)).total, 0, 'counts go after thirty days')
  t.equal((await phone.log.append(PASSAGE)).number, 5, 'and numbers go on')
})

t.test('an acknowledgement never goes back and never beyond the last entry', async t => {
  const phone = await openPhone()
  await phone.log.append(PASSAGE)
  await phone.log.append(PASSAGE)
  await phone.outbox.acknowledge(9)
  t.equal(await phone.outbox.acknowledged(), 0)
  await phone.outbox.acknowledge(2)
  await phone.outbox.acknowledge(1)
  t.equal(await phone.outbox.acknowledged(), 2)
})

t.test('the phone is given back only when everything was delivered', async t => {
  const phone = await openPhone()
  await phone.log.append(PASSAGE)
  t.equal(await leaveDevice(phone.db, phone.copy), false)
  t.ok(await phone.db.get('identity', 'self'), 'and nothing was touched')
  t.equal(await phone.outbox.unsent(), 1)
  await phone.outbox.acknowledge(1)
  t.equal(await leaveDevice(phone.db, phone.copy), true)
  t.equal(await phone.db.get('identity', 'self'), undefined)
  t.equal(await phone.db.get('head', 'head'), undefined, 'the next device starts at 1')
  t.equal((await readDayCount(phone.db, PASSAGE.deviceMs)).total, 1, 'counts stay')
  await t.rejects(phone.log.append(PASSAGE), 'another tab that still has the old name cannot write')
})

t.test('a witness remembers the highest numbers and never goes back', async t => {
  const witness = createWitness(memoryStorage())
  witness.acknowledge('phone', 5)
  witness.acknowledge('phone', 3)
  t.match(witness.recall(), { number: 5, acknowledged: 5 })
  witness.forget()
  t.equal(witness.recall(), null)
})

t.test('a full second store stops no gate', async t => {
  const full = {
    ...memoryStorage(),
    setItem: () => {
      throw new Error('QuotaExceededError')
    }
  }
  createWitness(full).remember('phone', 1)
  const phone = await openPhone('phone', 'full', full)
  t.equal((await phone.log.append(PASSAGE)).number, 1)
})
