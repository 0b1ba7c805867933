import type { Test } from 'tap'
import type { Storage } from '../../server/ports/storage.ts'
import { AT } from './samples.ts'
import { withStorage } from './with-storage.ts'

const ROW = {
  digest: 'abc',
  device: 'd1',
  number: 3,
  site: 1,
  at: AT,
  record: 'sealed',
  failure: null,
  phoneIndex: 'p',
  documentIndex: null,
  nameIndex: 'n'
}

export function visitorContract(t: Test, open: () => Promise<Storage>): void {
  withStorage(t, open, 'a record is kept under what arrived, and the first one stays', async (t, storage) => {
    t.equal(await storage.visitor('abc'), null)
    await storage.addVisitor(ROW)
    await storage.addVisitor({ ...ROW, device: 'd2', record: null, failure: 'tag' })
    t.same(await storage.visitor('abc'), ROW)
    await storage.addVisitor({ ...ROW, digest: 'def', record: null, failure: 'tag' })
    t.match(await storage.visitor('def'), { record: null, failure: 'tag' })
  })
  withStorage(t, open, 'an entry that is not here is none', async (t, storage) => {
    t.equal(await storage.entry('d1', 1), null)
  })
}
