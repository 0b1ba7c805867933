import t from 'tap'
import { checkLog } from '../../../scanner/log/check-log.ts'
import { copiedDevices } from '../../../scanner/log/copy/choose-entries.ts'
import { leaveDevice } from '../../../scanner/log/leave.ts'
import { isChained } from '../../../shared/log/chain.ts'
import { fromWire } from '../../../shared/log/wire.ts'
import { memoryStorage, openPhone, PASSAGE, type Phone, sha256 } from '../../support/gate-log.ts'
import { createMemoryJournal } from '../../support/memory-journal.ts'

const append = async (phone: Phone, count: number): Promise<void> => {
  for (let each = 0; each < count; each++) await phone.log.append(PASSAGE)
}
const check = (phone: Phone) =>
  checkLog({ db: phone.db, copy: phone.copy, witness: phone.witness, sha256, nowMs: PASSAGE.deviceMs })
const numbers = async (phone: Phone): Promise<number[]> => (await phone.outbox.from(1, 100)).map(({ number }) => number)
const clearDatabase = async (phone: Phone): Promise<void> => {
  for (const store of phone.db.objectStoreNames) await phone.db.clear(store)
}

t.test('a whole log needs no mending', async t => {
  const phone = await openPhone()
  await append(phone, 3)
  t.same(await check(phone), { restored: 0, recopied: 0, adopted: 0, lost: null })
})

t.test('what the database lost of its end comes back from the copy, and numbers go on behind it', async t => {
  const phone = await openPhone()
  await append(phone, 4)
  const all = await phone.outbox.from(1, 10)
  await phone.db.delete('entries', 3)
  await phone.db.delete('entries', 4)
  await phone.db.put('head', { number: 2, hash: all[1]?.hash ?? '' }, 'head')
  t.match(await check(phone), { restored: 2, lost: null })
  t.same(await phone.outbox.from(1, 10), all)
  const next = await phone.log.append(PASSAGE)
  t.match(next, { number: 5, previousHash: all[3]?.hash })
})

t.test('what was delivered without a page is no false alarm when the database goes later', async t => {
  const phone = await openPhone('phone', 'background')
  await append(phone, 3)
  await phone.outbox.acknowledge(3) // by the service worker, which has no localStorage
  t.equal(phone.witness.recall()?.acknowledged, 0)
  await check(phone)
  t.equal(phone.witness.recall()?.acknowledged, 3)
  await clearDatabase(phone)
  t.match(await checkLog({ db: phone.db, copy: null, witness: phone.witness, sha256, nowMs: 1 }), { lost: null })
})

t.test('a copy that was thrown away is written anew from the database', async t => {
  const journal = createMemoryJournal()
  const phone = await openPhone('phone', 'copy-gone', memoryStorage(), journal)
  await append(phone, 3)
  await phone.outbox.acknowledge(1)
  journal.bytes = new Uint8Array()
  t.match(await check(phone), { recopied: 2, lost: null })
  await phone.db.clear('entries')
  t.match(await check(phone), { restored: 2, lost: null }, 'and is as good as the first')
})

t.test('a damaged entry in the copy is not believed', async t => {
  const phone = await openPhone()
  await append(phone, 2)
  const [, second] = await phone.outbox.from(1, 2)
  await phone.db.delete('entries', 2)
  await phone.db.put('head', { number: 1, hash: second?.previousHash ?? '' }, 'head')
  await phone.copy.drop('phone')
  await phone.copy.add('phone', [{ ...(second as never as typeof PASSAGE & { number: 2 }), serial: 8 } as never])
  t.match(await check(phone), { restored: 0, lost: { device: 'phone', ranges: [[2, 2]] } })
})

t.test('numbers that both stores lost are named, are never given away again, and hold nothing up', async t => {
  const journal = createMemoryJournal()
  const phone = await openPhone('phone', 'both-gone', memoryStorage(), journal)
  await append(phone, 5)
  const [first] = await phone.outbox.from(1, 1)
  journal.bytes = new Uint8Array()
  for (const number of [2, 3, 5]) await phone.db.delete('entries', number)
  await phone.db.put('head', { number: 1, hash: first?.hash ?? '' }, 'head')
  const lost = { device: 'phone', ranges: [[2, 3], [5, 5]] } // biome-ignore format: a list
  t.match(await check(phone), { restored: 0, recopied: 2, lost })
  t.equal((await phone.log.append(PASSAGE)).number, 6)
})

t.test('entries of a phone whose database is gone are kept for delivery in its name', async t => {
  const storage = memoryStorage()
  const phone = await openPhone('phone', 'evicted', storage)
  await append(phone, 3)
  phone.witness.acknowledge('phone', 1)
  await clearDatabase(phone)
  t.match(await check(phone), { adopted: 3, lost: null })
  const [log] = await phone.db.getAll('carried')
  t.match(log, { device: 'phone', entries: [{ number: 1 }, { number: 2 }, { number: 3 }] })
  t.match(await check(phone), { adopted: 3 }, 'again: it is the same one')
  t.equal((await phone.db.getAll('carried')).length, 1)
  t.equal(await leaveDevice(phone.db, phone.copy), false, 'and nobody can sign out before they are delivered')
})

t.test('without a copy, what the database held is lost, and exactly that is said', async t => {
  const journal = createMemoryJournal()
  const phone = await openPhone('phone', 'all-evicted', memoryStorage(), journal)
  await append(phone, 7)
  phone.witness.acknowledge('phone', 4)
  journal.bytes = new Uint8Array()
  await clearDatabase(phone)
  t.match(await check(phone), { adopted: 0, lost: { device: 'phone', ranges: [[5, 7]] } })
})

t.test('an entry that only the copy has keeps the phone from being given back', async t => {
  const phone = await openPhone()
  await append(phone, 2)
  await phone.db.clear('entries')
  t.equal(await leaveDevice(phone.db, phone.copy), false)
  await phone.outbox.acknowledge(2)
  t.equal(await leaveDevice(phone.db, phone.copy), true)
  t.same(copiedDevices(await phone.copy.read()), [], 'and the copy is nobody’s any more')
})

class Death extends Error {}

/** The steps of an append: part by part of the copy, then before and after the database. */
const DEATHS = ['copy-nothing', 'copy-half', 'copy-whole', 'before-database', 'after-database'] as const

t.test('wherever the phone dies in an append, no verdict that was shown is missing, and the chain is one', async t => {
  for (const death of DEATHS) {
    const journal = createMemoryJournal()
    const storage = memoryStorage()
    let phone = await openPhone('phone', `dies-${death}`, storage, journal)
    await append(phone, 2)
    let armed = true
    journal.onWrite = (_call, bytes) => {
      if (!armed || !death.startsWith('copy')) return undefined
      armed = false
      return { 'copy-nothing': 0, 'copy-half': Math.floor(bytes.length / 2), 'copy-whole': bytes.length }[death as 'copy-half']
    }
    const transaction = phone.db.transaction.bind(phone.db)
    phone.db.transaction = ((stores: never, mode: never, options: never) => {
      if (death === 'before-database' && mode === 'readwrite') throw new Death()
      return transaction(stores, mode, options)
    }) as never
    if (death === 'after-database')
      phone.witness.remember = () => {
        throw new Death()
      }
    await t.rejects(phone.log.append(PASSAGE), death)
    phone = await phone.restart()
    await append(phone, 2)
    const entries = await phone.outbox.from(1, 10)
    const expected = death === 'copy-whole' || death === 'after-database' ? 5 : 4
    t.same(
      await numbers(phone),
      Array.from({ length: expected }, (_, at) => at + 1),
      death
    )
    for (const [at, wire] of entries.entries()) {
      t.ok(await isChained('phone', fromWire(wire), sha256))
      if (at > 0) t.equal(wire.previousHash, entries[at - 1]?.hash)
    }
    await phone.db.clear('entries')
    t.match(await check(phone), { restored: expected, lost: null }, `${death}: the copy alone tells the same`)
    t.same(await phone.outbox.from(1, 10), entries)
  }
})

t.test('a full phone shows no verdict, and the number goes to the next entry', async t => {
  const journal = createMemoryJournal()
  const phone = await openPhone('phone', 'full-phone', memoryStorage(), journal)
  await append(phone, 1)
  journal.onWrite = () => {
    throw new DOMException('no room', 'QuotaExceededError')
  }
  await t.rejects(phone.log.append(PASSAGE), { name: 'QuotaExceededError' })
  t.equal(await phone.outbox.unsent(), 1)
  journal.onWrite = () => undefined
  t.equal((await phone.log.append(PASSAGE)).number, 2)
})
