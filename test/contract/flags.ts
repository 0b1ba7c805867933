import type { Test } from 'tap'
import type { EntryFlag } from '../../server/ports/flag-storage.ts'
import type { Storage } from '../../server/ports/storage.ts'
import { AT, anEntry } from './samples.ts'
import { withStorage } from './with-storage.ts'

const places = (rows: readonly { device: string; number: number }[]) => rows.map(({ device, number }) => `${device}/${number}`)

const aFlag = (device: string, number: number, sequence: number, change: Partial<EntryFlag> = {}): EntryFlag => ({
  device,
  number,
  reason: 'repeat',
  site: 1,
  sequence,
  otherDevice: 'd9',
  otherNumber: 4,
  otherGate: 'g2',
  otherAt: AT,
  flaggedAt: AT + 9_000,
  ...change
})

export function flagContract(t: Test, open: () => Promise<Storage>): void {
  withStorage(t, open, 'passages of a pass are found by site and time, over all devices', async (t, storage) => {
    await storage.appendEntries([
      anEntry('d1', 1, { at: AT + 20 }),
      anEntry('d2', 1, { at: AT + 10 }),
      anEntry('d3', 1, { at: AT + 10, serial: 5 }),
      anEntry('d4', 1, { at: AT + 10, serial: null }),
      anEntry('d5', 1, { at: AT + 10, admitted: false }),
      anEntry('d6', 1, { at: AT + 10, site: 2 }),
      anEntry('d7', 1, { at: AT + 31 })
    ])
    t.same(places(await storage.passages(1, [4711], AT + 10, AT + 30)), ['d2/1', 'd1/1'])
    t.same(places(await storage.passages(1, [4711, 5, ...Array(300).keys()], AT, AT + 40)), ['d2/1', 'd3/1', 'd1/1', 'd7/1'])
    t.same(await storage.passages(1, [], AT, AT + 40), [])
  })
  withStorage(t, open, 'an entry is flagged once, and flagged entries are listed newest first', async (t, storage) => {
    await storage.appendEntries([1, 2, 3].map(number => anEntry('d1', number, { site: number === 3 ? 2 : 1 })))
    const sequences = new Map((await storage.entries({ sites: null, limit: 9 })).map(row => [row.number, row.sequence]))
    const flag = (number: number, change: Partial<EntryFlag> = {}) => aFlag('d1', number, sequences.get(number) ?? 0, change)
    await storage.flagEntries([flag(1), flag(2, { reason: 'quota' }), flag(3, { site: 2 })])
    await storage.flagEntries([flag(1, { otherDevice: 'd8' })])
    t.same(
      await storage.flagsOf([
        { device: 'd1', number: 1 },
        { device: 'd1', number: 2 },
        { device: 'd2', number: 1 }
      ]),
      [flag(1), flag(2, { reason: 'quota' })]
    )
    t.same(places(await storage.flaggedEntries({ sites: null, limit: 9 })), ['d1/3', 'd1/2', 'd1/1'])
    t.same(places(await storage.flaggedEntries({ sites: [1], limit: 1 })), ['d1/2'])
    t.same(places(await storage.flaggedEntries({ sites: [1], limit: 9, beforeSequence: sequences.get(2) ?? 0 })), ['d1/1'])
    t.same(await storage.flaggedEntries({ sites: [], limit: 9 }), [])
    t.same(await storage.flaggedEntries({ sites: null, device: 'd2', limit: 9 }), [])
  })
  withStorage(t, open, 'a flag is forgotten with its time', async (t, storage) => {
    await storage.appendEntries([anEntry('d1', 1)])
    await storage.flagEntries([aFlag('d1', 1, 1)])
    await storage.forgetEntries(AT + 10_000)
    t.same(await storage.flagsOf([{ device: 'd1', number: 1 }]), [])
  })
}
