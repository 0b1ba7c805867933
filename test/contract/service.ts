import type { Test } from 'tap'
import type { IdempotencyRow, Storage } from '../../server/ports/storage.ts'
import { AT, anEntry } from './samples.ts'
import { withStorage } from './with-storage.ts'

const ANSWER: IdempotencyRow = { actor: 'a1', key: 'k1', requestHash: 'h1', status: 201, body: '{"a":1}', createdAt: AT }

export function serviceContract(t: Test, open: () => Promise<Storage>): void {
  withStorage(t, open, 'an answer is kept once per actor and key, also when two bring one at once', async (t, storage) => {
    t.equal(await storage.idempotent('a1', 'k1'), null)
    const both = await Promise.all([storage.keepIdempotent(ANSWER), storage.keepIdempotent({ ...ANSWER, requestHash: 'h2' })])
    t.same(both, [true, false])
    t.same(await storage.idempotent('a1', 'k1'), ANSWER)
    t.equal(await storage.keepIdempotent({ ...ANSWER, actor: 'a2', status: 400 }), true)
    t.equal((await storage.idempotent('a2', 'k1'))?.status, 400)
  })
  withStorage(t, open, 'answers older than an instant are forgotten', async (t, storage) => {
    await storage.keepIdempotent(ANSWER)
    await storage.keepIdempotent({ ...ANSWER, key: 'k2', createdAt: AT + 1 })
    await storage.forgetIdempotent(AT + 1)
    t.equal(await storage.idempotent('a1', 'k1'), null)
    t.not(await storage.idempotent('a1', 'k2'), null)
    t.equal(await storage.keepIdempotent(ANSWER), true)
  })
  withStorage(t, open, 'audit rows are taken, the same ones again, too', async (t, storage) => {
    const row = { at: AT, actor: 'a1', action: 'view', object: 'pass 1', detail: '' }
    await t.resolves(Promise.all([storage.audit(row), storage.audit(row)]))
  })
  withStorage(t, open, 'a check answers while the store is open', async (t, storage) => {
    await t.resolves(storage.check())
  })
  t.test('closing waits for what is under way, and nothing is taken after it', async t => {
    const storage = await open()
    const writing = [storage.putSetting('last', '1'), storage.appendEntries([anEntry('d1', 1)])]
    await storage.close()
    await t.resolves(Promise.all(writing))
    await t.rejects(storage.appendEntries([anEntry('d1', 2)]))
    await t.rejects(storage.check())
  })
}
