import type { Test } from 'tap'
import type { GateRecordRow } from '../../server/ports/record-storage.ts'
import type { Storage } from '../../server/ports/storage.ts'
import { AT } from './samples.ts'
import { withStorage } from './with-storage.ts'

const aRecord = (id: string, change: Partial<GateRecordRow> = {}): GateRecordRow => ({
  device: 'd1',
  id,
  kind: 'trainings',
  site: 1,
  at: AT,
  receivedAt: AT + 5,
  body: '{"a":1}',
  ...change
})

export function recordContract(t: Test, open: () => Promise<Storage>): void {
  const ids = async (storage: Storage, filter: Partial<Parameters<Storage['gateRecords']>[0]> = {}): Promise<string[]> =>
    (await storage.gateRecords({ kind: 'trainings', sites: null, limit: 50, ...filter })).map(({ id }) => id)

  withStorage(t, open, 'a record is kept once, and what came first stays', async (t, storage) => {
    t.equal(await storage.addGateRecord(aRecord('a')), 'stored')
    t.equal(await storage.addGateRecord(aRecord('a', { body: '{"a":2}' })), 'held')
    t.equal(await storage.addGateRecord(aRecord('a', { device: 'd2' })), 'stored', 'another phone has ids of its own')
    const rows = await storage.gateRecords({ kind: 'trainings', sites: null, limit: 50 })
    t.match(rows, [
      { device: 'd2', body: '{"a":1}' },
      { device: 'd1', body: '{"a":1}', at: AT, receivedAt: AT + 5, kind: 'trainings', site: 1 }
    ])
  })
  withStorage(t, open, 'two deliveries at once keep one', async (t, storage) => {
    const outcomes = await Promise.all([storage.addGateRecord(aRecord('a')), storage.addGateRecord(aRecord('a'))])
    t.same(outcomes.sort(), ['held', 'stored'])
  })
  withStorage(t, open, 'records are listed by kind and site, newest first, page by page', async (t, storage) => {
    for (const id of ['a', 'b', 'c']) await storage.addGateRecord(aRecord(id))
    await storage.addGateRecord(aRecord('d', { site: 2 }))
    await storage.addGateRecord(aRecord('e', { kind: 'duties' }))
    t.same(await ids(storage), ['d', 'c', 'b', 'a'])
    t.same(await ids(storage, { sites: [1] }), ['c', 'b', 'a'])
    t.same(await ids(storage, { sites: [] }), [], 'who has no site sees nothing')
    t.same(await ids(storage, { limit: 2 }), ['d', 'c'])
    const last = (await storage.gateRecords({ kind: 'trainings', sites: null, limit: 2 })).at(-1)
    t.same(await ids(storage, { beforeSequence: last?.sequence ?? 0 }), ['b', 'a'])
  })
  withStorage(t, open, 'a time is asked for by its begin and its end, the end excluded', async (t, storage) => {
    for (const [id, at] of Object.entries({ a: AT, b: AT + 10, c: AT + 20 })) await storage.addGateRecord(aRecord(id, { at }))
    t.same(await ids(storage, { fromMs: AT + 10, toMs: AT + 20 }), ['b'])
  })
}
