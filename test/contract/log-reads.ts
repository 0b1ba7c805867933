import type { Test } from 'tap'
import type { PassRow, Storage } from '../../server/ports/storage.ts'
import { AT, anEntry, anEvent, aPass, aRefusal, entriesOf } from './samples.ts'
import { withStorage } from './with-storage.ts'

const places = (rows: readonly { device: string; number: number | null }[]) =>
  rows.map(({ device, number }) => `${device}/${number}`)

export function logReadContract(t: Test, open: () => Promise<Storage>): void {
  withStorage(t, open, 'a number in quarantine counts as delivered', async (t, storage) => {
    await storage.appendEntries([anEntry('d1', 1), anEntry('d1', 3)])
    await storage.quarantine([aRefusal('d1', 2), aRefusal('d1', null), aRefusal('d2', 1), aRefusal('d1', 6)])
    t.same(await storage.deviceLog('d1', 5), { contiguous: 3, last: 6, missing: [[4, 5]] })
    t.same(await storage.deviceLog('d2', 5), { contiguous: 1, last: 1, missing: [] })
    t.same(await storage.appendEntries([anEntry('d1', 2)]), ['stored'], 'and may still come as it should')
    t.equal((await storage.deviceLog('d1', 5)).contiguous, 3)
  })
  withStorage(t, open, 'quarantine keeps what came, newest first, of one device or of all', async (t, storage) => {
    await storage.quarantine([aRefusal('d1', 1), aRefusal('d2', null)])
    await storage.quarantine([aRefusal('d1', 3)])
    t.same(await storage.quarantined(null, 10), [aRefusal('d1', 3), aRefusal('d2', null), aRefusal('d1', 1)])
    t.same(await storage.quarantined('d1', 10), [aRefusal('d1', 3), aRefusal('d1', 1)])
    t.same(await storage.quarantined(null, 1), [aRefusal('d1', 3)])
  })
  withStorage(t, open, 'the log is read newest first, by sites and device, page by page', async (t, storage) => {
    await storage.appendEntries([
      anEntry('d1', 1, { site: 1 }),
      anEntry('d2', 1, { site: 2 }),
      anEntry('d3', 1, { site: 3 }),
      anEntry('d1', 2, { site: 2 })
    ])
    const read = async (
      sites: readonly number[] | null,
      more: { device?: string; beforeSequence?: number; limit?: number } = {}
    ) => places(await storage.entries({ sites, limit: 10, ...more }))
    t.same(await read(null), ['d1/2', 'd3/1', 'd2/1', 'd1/1'])
    t.same(await read([1, 2, 2]), ['d1/2', 'd2/1', 'd1/1'])
    t.same(await read([]), [])
    t.same(await read([2], { device: 'd1' }), ['d1/2'])
    t.same(await read(null, { device: 'd1' }), ['d1/2', 'd1/1'])
    t.same(await read([1, 2], { limit: 2 }), ['d1/2', 'd2/1'])
    const [, , third] = await storage.entries({ sites: null, limit: 3 })
    t.same(await read(null, { beforeSequence: third?.sequence ?? 0 }), ['d1/1'])
    t.same(await read([1], { beforeSequence: third?.sequence ?? 0 }), ['d1/1'])
  })
  withStorage(t, open, 'recent passages are the admitted ones with a serial of a site, oldest first', async (t, storage) => {
    await storage.appendEntries([
      anEntry('d1', 1, { at: AT + 50 }),
      anEntry('d1', 2, { at: AT + 10, admitted: false }),
      anEntry('d1', 3, { at: AT + 10, serial: null }),
      anEntry('d1', 4, { at: AT + 10, site: 2 }),
      anEntry('d1', 5, { at: AT + 9 }),
      anEntry('d1', 6, { at: AT + 10, serial: 0 })
    ])
    const rows = await storage.recentEntries(1, 0, AT + 10, 10)
    t.same(places(rows), ['d1/1', 'd1/6'])
    t.same(places(await storage.recentEntries(1, rows[0]?.sequence ?? 0, AT + 10, 10)), ['d1/6'])
    t.same(places(await storage.recentEntries(1, 0, AT + 9, 2)), ['d1/1', 'd1/5'])
    t.same(await storage.recentEntries(1, rows[1]?.sequence ?? 0, 0, 10), [])
  })
  withStorage(t, open, 'household passes that were replaced of late are told with what replaced them', async (t, storage) => {
    const add = (serial: number, change: Partial<PassRow>) =>
      storage.addPasses([aPass(serial, { kind: 'household', ...change })], [anEvent(serial)])
    await add(1, {})
    await add(2, { kind: 'person' })
    await add(3, { site: 2 })
    for (const [serial, replaces, issuedAt] of [
      [11, 1, AT + 10],
      [12, 2, AT + 10],
      [13, 3, AT + 10],
      [14, 11, AT + 20]
    ] as const)
      await add(serial, { replaces, issuedAt, site: replaces === 3 ? 2 : 1, kind: replaces === 2 ? 'person' : 'household' })
    t.same(await storage.householdSuccessors(1, AT), [
      [1, 11],
      [11, 14]
    ])
    t.same(await storage.householdSuccessors(1, AT + 11), [[11, 14]])
  })
  withStorage(t, open, 'entries received before an instant are forgotten, and nothing counts as missing', async (t, storage) => {
    await storage.appendEntries([anEntry('d1', 1), anEntry('d1', 2, { receivedAt: AT + 9000 })])
    await storage.appendEntries([anEntry('d2', 1, { receivedAt: AT + 8999 }), anEntry('d1', 3, { receivedAt: AT + 10_000 })])
    t.equal(await storage.forgetEntries(AT + 9000), 2)
    t.same(places(await storage.entries({ sites: null, limit: 10 })), ['d1/3', 'd1/2'])
    t.same(await storage.deviceLog('d1', 5), { contiguous: 3, last: 3, missing: [] })
    t.equal(await storage.forgetEntries(AT + 9000), 0)
    await t.resolves(storage.prepareDays())
  })
  withStorage(
    t,
    open,
    'numbers that come in any order, twice and in parts leave the gaps that a set would',
    async (t, storage) => {
      const held = new Set<number>()
      let state = 20_260_102
      const next = (below: number): number => {
        state = (state * 1_103_515_245 + 12_345) % 2 ** 31
        return state % below
      }
      for (let round = 0; round < 60; round++) {
        const numbers = Array.from({ length: 1 + next(6) }, () => 1 + next(90))
        for (const number of numbers) held.add(number)
        if (round % 5 === 4) await storage.quarantine(numbers.map(number => aRefusal('d1', number)))
        else await storage.appendEntries(numbers.map(number => anEntry('d1', number)))
        const last = Math.max(...held)
        const absent = Array.from({ length: last }, (_, index) => index + 1).filter(number => !held.has(number))
        const log = await storage.deviceLog('d1', 100)
        const named = log.missing.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index))
        t.same([log.last, log.contiguous, named], [last, (absent[0] ?? last + 1) - 1, absent], `round ${round}`)
      }
    }
  )
  withStorage(t, open, 'a batch of five hundred is one step and comes back whole', async (t, storage) => {
    t.same(new Set(await storage.appendEntries(entriesOf('d1', 1, 500))), new Set(['stored']))
    t.same(new Set(await storage.appendEntries(entriesOf('d1', 1, 500))), new Set(['held']))
    const rows = await storage.entries({ sites: [1], limit: 1000 })
    t.equal(rows.length, 500)
    t.equal(rows.filter(({ chainBroken }) => chainBroken).length, 0)
  })
}
