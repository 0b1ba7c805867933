import type { Test } from 'tap'
import type { Storage } from '../../server/ports/storage.ts'
import { anEntry, entriesOf, hashOf } from './samples.ts'
import { logReadContract } from './log-reads.ts'
import { withStorage } from './with-storage.ts'

const brokenNumbers = async (storage: Storage): Promise<number[]> => {
  const rows = await storage.entries({ sites: null, limit: 100 })
  return rows.filter(row => row.chainBroken).map(({ number }) => number)
}

export function logContract(t: Test, open: () => Promise<Storage>): void {
  withStorage(t, open, 'an entry comes back with every field', async (t, storage) => {
    const entry = anEntry('d1', 1, { overrideReason: '急救', plate: '鲁A12345', reasons: ['FEVER', 'TEMP'], admitted: false })
    const bare = anEntry('d1', 2, { keyId: null, serial: null, kind: null, temperature: null, direction: 'out' })
    t.same(await storage.appendEntries([entry, bare]), ['stored', 'stored'])
    t.same(await storage.entries({ sites: null, limit: 10 }), [
      { ...bare, sequence: 2, chainBroken: false },
      { ...entry, sequence: 1, chainBroken: false }
    ])
  })
  withStorage(t, open, 'nothing to append is nothing done', async (t, storage) => {
    t.same(await storage.appendEntries([]), [])
    await storage.quarantine([])
    t.same(await storage.deviceLog('d1', 5), { contiguous: 0, last: 0, missing: [] })
  })
  withStorage(
    t,
    open,
    'the same entry is held, another with its number is a conflict and changes nothing',
    async (t, storage) => {
      await storage.appendEntries(entriesOf('d1', 1, 2))
      const forged = anEntry('d1', 2, { hash: 'f'.repeat(64), admitted: false })
      const answers = await storage.appendEntries([anEntry('d1', 1), forged, anEntry('d1', 3), anEntry('d2', 1)])
      t.same(answers, ['held', 'conflict', 'stored', 'stored'])
      const rows = await storage.entries({ sites: null, device: 'd1', limit: 10 })
      t.same(
        rows.map(({ number, hash }) => [number, hash]),
        [3, 2, 1].map(number => [number, hashOf('d1', number)])
      )
    }
  )
  withStorage(t, open, 'within one call the first of a number wins', async (t, storage) => {
    const forged = anEntry('d1', 1, { hash: 'f'.repeat(64) })
    t.same(await storage.appendEntries([anEntry('d1', 1), anEntry('d1', 1), forged]), ['stored', 'held', 'conflict'])
    t.same((await storage.entries({ sites: null, limit: 9 })).length, 1)
  })
  withStorage(t, open, 'calls at the same time each get their own answers, and an entry is stored once', async (t, storage) => {
    const [first, second, third] = await Promise.all([
      storage.appendEntries(entriesOf('d1', 1, 3)),
      storage.appendEntries([anEntry('d1', 3), anEntry('d1', 4)]),
      storage.appendEntries([anEntry('d2', 1), anEntry('d1', 1, { hash: 'f'.repeat(64) })])
    ])
    t.same(first, ['stored', 'stored', 'stored'])
    t.same(second, ['held', 'stored'])
    t.same(third, ['stored', 'conflict'])
    t.equal((await storage.entries({ sites: null, limit: 10 })).length, 5)
  })
  withStorage(t, open, 'sequences grow with every stored entry, over all devices and calls', async (t, storage) => {
    await storage.appendEntries([anEntry('d1', 2), anEntry('d2', 1)])
    await storage.appendEntries([anEntry('d1', 2), anEntry('d1', 1)])
    const rows = await storage.entries({ sites: null, limit: 10 })
    t.same(
      rows.map(({ device, number }) => `${device}/${number}`),
      ['d1/1', 'd2/1', 'd1/2']
    )
    const sequences = rows.map(({ sequence }) => sequence)
    t.ok(sequences.every((sequence, index) => index === 0 || sequence < (sequences[index - 1] ?? 0)))
  })
  withStorage(t, open, 'a chain that follows is whole, one that does not is broken at that entry alone', async (t, storage) => {
    await storage.appendEntries([anEntry('d1', 1), anEntry('d1', 2, { previousHash: 'e'.repeat(64) }), anEntry('d1', 3)])
    await storage.appendEntries([anEntry('d1', 4), anEntry('d1', 5, { previousHash: 'e'.repeat(64) })])
    t.same(await brokenNumbers(storage), [5, 2])
  })
  withStorage(t, open, 'entry 1 follows from nothing but the start of the chain', async (t, storage) => {
    await storage.appendEntries([anEntry('d1', 1, { previousHash: 'e'.repeat(64) }), anEntry('d2', 1)])
    t.same(await brokenNumbers(storage), [1])
  })
  withStorage(t, open, 'an entry whose predecessor is missing is judged when that comes', async (t, storage) => {
    await storage.appendEntries([anEntry('d1', 3), anEntry('d1', 5, { previousHash: 'e'.repeat(64) })])
    t.same(await brokenNumbers(storage), [])
    await storage.appendEntries([anEntry('d1', 4), anEntry('d1', 2)])
    t.same(await brokenNumbers(storage), [5])
    await storage.appendEntries([anEntry('d1', 1, { hash: 'd'.repeat(64) })])
    t.same(await brokenNumbers(storage), [2, 5])
  })
  withStorage(t, open, 'a device log names what is missing below the highest number', async (t, storage) => {
    await storage.appendEntries(entriesOf('d1', 1, 3))
    t.same(await storage.deviceLog('d1', 5), { contiguous: 3, last: 3, missing: [] })
    await storage.appendEntries([anEntry('d1', 6), anEntry('d1', 10), anEntry('d1', 8)])
    const gaps = [
      [4, 5],
      [7, 7],
      [9, 9]
    ]
    t.same(await storage.deviceLog('d1', 5), { contiguous: 3, last: 10, missing: gaps })
    t.same((await storage.deviceLog('d1', 2)).missing, gaps.slice(0, 2))
    t.same(await storage.deviceLog('d1', 0), { contiguous: 3, last: 10, missing: [] })
    await storage.appendEntries([anEntry('d1', 5), anEntry('d1', 7)])
    t.match(await storage.deviceLog('d1', 5), {
      contiguous: 3,
      missing: [
        [4, 4],
        [9, 9]
      ]
    })
    await storage.appendEntries([anEntry('d1', 4)])
    t.same(await storage.deviceLog('d1', 5), { contiguous: 8, last: 10, missing: [[9, 9]] })
    await storage.appendEntries([anEntry('d1', 9)])
    t.same(await storage.deviceLog('d1', 5), { contiguous: 10, last: 10, missing: [] })
    t.same(await storage.deviceLog('d2', 5), { contiguous: 0, last: 0, missing: [] })
  })
  withStorage(
    t,
    open,
    'a log that begins late misses its beginning; the highest number there can be is one more gap',
    async (t, storage) => {
      await storage.appendEntries([anEntry('d1', 3), anEntry('d1', 2 ** 31 - 1)])
      const missing = [
        [1, 2],
        [4, 2 ** 31 - 2]
      ]
      t.same(await storage.deviceLog('d1', 5), { contiguous: 0, last: 2 ** 31 - 1, missing })
      t.same(await storage.appendEntries([anEntry('d1', 2), anEntry('d1', 2 ** 31 - 2)]), ['stored', 'stored'])
      t.match(await storage.deviceLog('d1', 5), {
        missing: [
          [1, 1],
          [4, 2 ** 31 - 3]
        ]
      })
    }
  )
  withStorage(t, open, 'links are those of the numbers asked for and of the entry behind them', async (t, storage) => {
    await storage.appendEntries([...entriesOf('d1', 1, 4), anEntry('d1', 9), anEntry('d2', 5)])
    const numbers = async (device: string, asked: number[]) =>
      (await storage.entryLinks(device, asked)).map(({ number }) => number).sort((a, b) => a - b)
    t.same(await numbers('d1', [2, 3, 7]), [2, 3, 9])
    t.same(await numbers('d1', [9]), [9])
    t.same(await numbers('d1', []), [])
    t.same(await storage.entryLinks('d2', [4]), [
      { number: 5, hash: hashOf('d2', 5), previousHash: anEntry('d2', 5).previousHash }
    ])
  })
  withStorage(t, open, 'breaks and quarantine are told by device', async (t, storage) => {
    t.same(await storage.chainBreaks(), [])
    t.same(await storage.quarantineCounts(), [])
    const broken = { previousHash: 'e'.repeat(64) }
    await storage.appendEntries([...entriesOf('d2', 1, 2), anEntry('d1', 3), anEntry('d1', 4, broken), anEntry('d2', 3, broken)])
    t.same(await storage.chainBreaks(), [
      { device: 'd1', number: 4 },
      { device: 'd2', number: 3 }
    ])
    const bad = { device: 'd2', number: null, reason: 'unsigned', body: '{}', receivedAt: 5 }
    await storage.quarantine([bad, bad])
    t.same(await storage.quarantineCounts(), [{ device: 'd2', count: 2 }])
  })
  logReadContract(t, open)
}
