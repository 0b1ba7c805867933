import type { Test } from 'tap'
import type { Storage } from '../../server/ports/storage.ts'
import { AT, aKey } from './samples.ts'
import { withStorage } from './with-storage.ts'

export function keyContract(t: Test, open: () => Promise<Storage>): void {
  withStorage(t, open, 'keys come back oldest first, with every field', async (t, storage) => {
    const root = aKey('0000000a', { purpose: 'root', createdAt: AT + 1 })
    t.equal(await storage.addKey(root), true)
    t.equal(await storage.addKey(aKey('0000000b')), true)
    t.same(await storage.keys(), [aKey('0000000b'), root])
  })
  withStorage(t, open, 'a key id is given once', async (t, storage) => {
    t.equal(await storage.addKey(aKey('0000000a')), true)
    t.equal(await storage.addKey(aKey('0000000a', { createdAt: AT + 1 })), false)
    t.same(await storage.keys(), [aKey('0000000a')])
  })
  withStorage(t, open, 'a key is revoked once; the first instant stays', async (t, storage) => {
    await storage.addKey(aKey('0000000a'))
    t.equal(await storage.revokeKey('0000000a', AT + 1), true)
    t.equal(await storage.revokeKey('0000000a', AT + 2), false)
    t.equal(await storage.revokeKey('0000000b', AT + 2), false)
    t.same(await storage.keys(), [aKey('0000000a', { revokedAt: AT + 1 })])
  })
}
