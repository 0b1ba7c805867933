import type { Test } from 'tap'
import type { PassFilter, Storage } from '../../server/ports/storage.ts'
import { AT, aKey, aPass, anEvent, aRealm } from './samples.ts'
import { withStorage } from './with-storage.ts'

const issue = (storage: Storage, ...passes: ReturnType<typeof aPass>[]) =>
  storage.addPasses(
    passes,
    passes.map(({ serial }) => anEvent(serial))
  )

export function passContract(t: Test, open: () => Promise<Storage>): void {
  withStorage(t, open, 'pass numbers are counted from 0 and nobody gets one twice', async (t, storage) => {
    await storage.createRealm(aRealm())
    const first = await Promise.all([3, 1, 10].map(count => storage.takePassNumbers(count)))
    t.same(first, [0, 3, 4])
    t.equal(await storage.takePassNumbers(1), 14)
    t.equal((await storage.realm())?.nextPassNumber, 15)
  })
  withStorage(t, open, 'passes come back with every field and their events, and count on their keys', async (t, storage) => {
    await storage.addKey(aKey('00000001'))
    await storage.addKey(aKey('00000002'))
    const vehicle = aPass(16_777_215, {
      kind: 'vehicle',
      label: '鲁A12345',
      documentTail: null,
      community: null,
      keyId: '00000002'
    })
    t.equal(await issue(storage, aPass(0), aPass(1), vehicle), 'added')
    t.same(await storage.pass(0), aPass(0))
    t.same(await storage.pass(16_777_215), vehicle)
    t.equal(await storage.pass(2), null)
    t.same(await storage.passEvents(1), [anEvent(1)])
    t.same(
      (await storage.keys()).map(({ signedCount }) => signedCount),
      [2, 1]
    )
  })
  withStorage(t, open, 'five thousand passes are one step', async (t, storage) => {
    const many = Array.from({ length: 5_000 }, (_, serial) => aPass(serial))
    t.equal(await issue(storage, ...many), 'added')
    t.equal((await storage.passes({ community: null, limit: 10_000 })).length, 5_000)
    t.same(await storage.passEvents(4_999), [anEvent(4_999)])
  })
  withStorage(t, open, 'a taken serial is a conflict and nothing of the batch stays', async (t, storage) => {
    await storage.addKey(aKey('00000001'))
    await issue(storage, aPass(1), aPass(9))
    t.equal(await issue(storage, aPass(2, { replaces: 9 }), aPass(1, { label: '李*' })), 'conflict')
    t.equal(await storage.pass(2), null)
    t.same(await storage.pass(1), aPass(1))
    t.equal((await storage.pass(9))?.status, 'valid')
    t.same(await storage.passEvents(2), [])
    t.equal((await storage.keys())[0]?.signedCount, 2)
  })
  withStorage(t, open, 'a replacement supersedes a valid and a held pass', async (t, storage) => {
    await issue(storage, aPass(1), aPass(2, { status: 'held' }))
    t.equal(await issue(storage, aPass(3, { replaces: 1, issuedAt: AT + 5 }), aPass(4, { replaces: 2 })), 'added')
    t.same(await storage.pass(1), aPass(1, { status: 'superseded', statusAt: AT + 5, replacedBy: 3 }))
    t.match(await storage.pass(2), { status: 'superseded', replacedBy: 4 })
    t.equal((await storage.pass(3))?.replaces, 1)
  })
  withStorage(
    t,
    open,
    'a final or missing pass is not replaced, and the others of the batch are not, either',
    async (t, storage) => {
      await issue(storage, aPass(1), aPass(2, { status: 'revoked' }))
      for (const final of [2, 77]) {
        t.equal(await issue(storage, aPass(3, { replaces: 1 }), aPass(4, { replaces: final })), 'conflict')
        t.same(await storage.pass(1), aPass(1))
        t.equal(await storage.pass(3), null)
      }
    }
  )
  withStorage(t, open, 'of two replacements of one pass at once, one is made', async (t, storage) => {
    await issue(storage, aPass(1))
    const both = [2, 3].map(serial => issue(storage, aPass(serial, { replaces: 1 })))
    t.same((await Promise.all(both)).sort(), ['added', 'conflict'])
    t.equal((await storage.passes({ community: null, limit: 9 })).length, 2)
  })
  withStorage(t, open, 'a status changes with its event, from the named statuses only', async (t, storage) => {
    await issue(storage, aPass(1))
    const hold = anEvent(1, { action: 'hold', reason: 'lost', note: '电话', at: AT + 7 })
    t.equal(await storage.changePassStatus(1, ['valid'], 'held', hold), 'changed')
    t.match(await storage.pass(1), { status: 'held', statusAt: AT + 7 })
    t.same(await storage.passEvents(1), [anEvent(1), hold])
    t.equal(await storage.changePassStatus(1, ['valid'], 'held', hold), 'conflict')
    t.equal((await storage.passEvents(1)).length, 2)
    t.equal(await storage.changePassStatus(2, ['valid'], 'held', anEvent(2)), 'missing')
    t.same(await storage.passEvents(2), [])
  })
  withStorage(t, open, 'of two who change a status at once, one does', async (t, storage) => {
    await issue(storage, aPass(1))
    const revoke = () => storage.changePassStatus(1, ['valid', 'held'], 'revoked', anEvent(1, { action: 'revoke' }))
    t.same((await Promise.all([revoke(), revoke()])).sort(), ['changed', 'conflict'])
  })
  withStorage(t, open, 'status exceptions are what is not valid and has not ended', async (t, storage) => {
    const end = aPass(0).endsAt
    await issue(storage, aPass(1), aPass(2, { status: 'revoked' }), aPass(3, { status: 'held', endsAt: end + 1 }))
    await issue(storage, aPass(4, { status: 'superseded', endsAt: end + 1 }))
    const found = await storage.statusExceptions(end)
    t.same(
      found.sort((a, b) => a.serial - b.serial),
      [
        { serial: 3, status: 'held' },
        { serial: 4, status: 'superseded' }
      ]
    )
    t.equal((await storage.statusExceptions(end - 1)).length, 3)
  })
  t.test('each filter of the list finds its passes', async t => {
    const rows = [
      aPass(1, { community: 'c1', label: '陈*明', documentTail: '1111', nameIndex: 'n1', site: 1 }),
      aPass(2, { community: 'c2', label: '李*', documentTail: '2222', nameIndex: 'n2', site: 2, kind: 'work' }),
      aPass(3, { community: null, label: '李*', documentTail: null, nameIndex: null, site: 0, status: 'held' })
    ]
    const cases: readonly [Partial<PassFilter>, number[]][] = [
      [{}, [3, 2, 1]],
      [{ community: 'c1' }, [1]],
      [{ serial: 2 }, [2]],
      [{ serial: 2, community: 'c1' }, []],
      [{ label: '李*' }, [3, 2]],
      [{ label: '李*', community: 'c2' }, [2]],
      [{ nameIndex: 'n1', community: 'c2' }, []],
      [{ label: '李' }, []],
      [{ documentTail: '2222' }, [2]],
      [{ nameIndex: 'n1' }, [1]],
      [{ kind: 'work' }, [2]],
      [{ status: 'held' }, [3]],
      [{ site: 0 }, [3]],
      [{ limit: 2 }, [3, 2]]
    ]
    const storage = await open()
    t.teardown(() => storage.close())
    await issue(storage, ...rows)
    for (const [filter, serials] of cases) {
      const found = await storage.passes({ community: null, limit: 10, ...filter })
      t.same(
        found.map(({ serial }) => serial),
        serials,
        JSON.stringify(filter)
      )
    }
  })
  withStorage(
    t,
    open,
    'the list is newest first, by serial within an instant, and pages meet without loss',
    async (t, storage) => {
      await issue(storage, aPass(5), aPass(1, { issuedAt: AT + 2 }), aPass(3, { issuedAt: AT + 2 }), aPass(9))
      const seen: number[] = []
      let before: PassFilter['before']
      for (;;) {
        const [row] = await storage.passes({ community: null, limit: 1, ...(before === undefined ? {} : { before }) })
        if (row === undefined) break
        seen.push(row.serial)
        before = { issuedAt: row.issuedAt, serial: row.serial }
      }
      t.same(seen, [3, 1, 9, 5])
    }
  )
}
