import t from 'tap'
import { chooseEntries } from '../../../scanner/log/copy/choose-entries.ts'
import { type CopyRecord, decodeRecords, encodeRecords } from '../../../scanner/log/copy/records.ts'
import { createSecondCopy } from '../../../scanner/log/copy/second-copy.ts'
import { createSealer } from '../../../scanner/log/seal-head.ts'
import { concatBytes } from '../../../shared/bytes.ts'
import { crc32 } from '../../../shared/crc32.ts'
import { countOfRanges, rangesWithout, sayRanges } from '../../../shared/log/number-ranges.ts'
import { chainOf } from '../../support/device.ts'
import { journalContract } from '../../support/journal-contract.ts'
import { createMemoryJournal } from '../../support/memory-journal.ts'

const records = async (count: number): Promise<CopyRecord[]> =>
  (await chainOf('d1', 'g1', count, 1_000)).map(entry => ({ kind: 'entry', device: 'd1', entry }))

t.test('CRC-32 is the one of gzip', async t => {
  t.equal(crc32(new TextEncoder().encode('123456789')), 0xcbf43926)
  t.equal(crc32(new Uint8Array()), 0)
})

t.test('records come back as they were written', async t => {
  const all: CopyRecord[] = [
    ...(await records(2)),
    { kind: 'void', device: 'd1', hash: 'a'.repeat(64) },
    { kind: 'seal', device: 'd1', number: 2, hash: 'b'.repeat(64), signature: 'x' }
  ]
  t.same(decodeRecords(encodeRecords(all)), all)
  t.same(decodeRecords(new Uint8Array()), [])
})

t.test('a record torn at any byte is left out, and spoils none before or after it', async t => {
  const [first, second, third] = (await records(3)) as [CopyRecord, CopyRecord, CopyRecord]
  const torn = encodeRecords([second])
  for (let length = 0; length < torn.length; length++) {
    const bytes = concatBytes(encodeRecords([first]), torn.subarray(0, length), encodeRecords([third]))
    t.same(decodeRecords(bytes), [first, third], `${length} bytes`)
  }
})

t.test('a record with any bit turned is left out', async t => {
  const [record] = await records(1)
  const bytes = encodeRecords([record as CopyRecord])
  for (let bit = 8; bit < bytes.length * 8; bit++) {
    const turned = new Uint8Array(bytes)
    turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    const read = decodeRecords(turned)
    // The sum's own digits may be written in capitals: the same number.
    if (read.length > 0) t.same(read, [record])
  }
})

t.test('of two entries with one number the one that its successor follows is chosen, and no cancelled one', async t => {
  const [one, two, three] = await chainOf('d1', 'g1', 3, 1_000)
  const [, ghost] = await chainOf('d1', 'g1', 2, 5_000)
  const entry = (wire: typeof one): CopyRecord => ({ kind: 'entry', device: 'd1', entry: wire as never })
  const chosen = (all: CopyRecord[]) => chooseEntries(all, 'd1').entries
  t.same(chosen([entry(one), entry(two), entry(ghost), entry(three)]), [one, two, three])
  t.same(chosen([entry(one), entry(ghost), entry(two)]), [one, two], 'the later one of the last number')
  const cancelled: CopyRecord = { kind: 'void', device: 'd1', hash: ghost?.hash ?? '' }
  t.same(chosen([entry(one), entry(two), entry(ghost), cancelled]), [one, two])
  t.same(chooseEntries([entry(one)], 'other'), { entries: [], seal: null })
})

t.test('the copy forgets what is delivered, and only that', async t => {
  const journal = createMemoryJournal()
  const copy = createSecondCopy(journal)
  const wires = await chainOf('d1', 'g1', 3, 1_000)
  await copy.add('d1', wires)
  await copy.tidy('d1', 2)
  t.equal((await copy.read()).length, 3, 'a short file is not worth a write')
  await copy.tidy('d1', 3)
  t.equal(journal.bytes.length, 0)
  await copy.add('d1', wires)
  await copy.add('d2', await chainOf('d2', 'g1', 2, 1_000))
  await copy.tidy('d1', 3)
  t.same(
    (await copy.read()).map(({ device }) => device),
    ['d2', 'd2']
  )
  await copy.drop('d2')
  t.same(await copy.read(), [])
})

t.test('a long file is written anew when half of it is delivered', async t => {
  const journal = createMemoryJournal()
  const copy = createSecondCopy(journal)
  const wires = await chainOf('d1', 'g1', 2_400, 1_000)
  await copy.add('d1', wires)
  const whole = journal.bytes.length
  await copy.tidy('d1', 1_100)
  t.equal(journal.bytes.length, whole)
  await copy.tidy('d1', 1_200)
  t.equal((await copy.read()).length, 1_200)
})

t.test('the head is sealed one at a time, the newest last', async t => {
  const kept: number[] = []
  let isSigning = false
  const sign = async () => {
    if (isSigning) t.fail('two at once')
    isSigning = true
    await new Promise(resolve => setImmediate(resolve))
    isSigning = false
    return new Uint8Array(64)
  }
  const seal = createSealer('d1', sign, async ({ number }) => void kept.push(number))
  await Promise.all([1, 2, 3].map(number => seal({ number, hash: 'a'.repeat(64) })))
  t.same(kept, [1, 3])
})

t.test('ranges are said and counted', async t => {
  t.same(rangesWithout([2, 9], [1, 3, 4, 9, 12]), [[2, 2], [5, 8]]) // biome-ignore format: a list
  t.same(rangesWithout([5, 4], []), [])
  t.equal(countOfRanges([[2, 2], [5, 8]]), 5) // biome-ignore format: a list
  t.equal(sayRanges([[2, 2], [5, 8]]), '2, 5–8') // biome-ignore format: a list
})

journalContract((behaviour, prove) => t.test(behaviour, async tt => prove(tt, createMemoryJournal())))
