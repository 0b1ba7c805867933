import type { Test } from 'tap'
import type { Storage } from '../../server/ports/storage.ts'
import { AT, aDevice, anEnrolment, anEntry, anEvent, aPass, aRealm, aRefusal } from './samples.ts'
import { withStorage } from './with-storage.ts'

export function sharedContract(t: Test, open: () => Promise<Storage>): void {
  withStorage(t, open, 'what changed since the marks is named, each kind once, and nothing twice', async (t, storage) => {
    await storage.createRealm(aRealm())
    await storage.addEnrolment(anEnrolment('code'))
    await storage.redeemEnrolment('code', AT, aDevice('d1'))
    await storage.addPasses([aPass(1)], [anEvent(1)])
    const { marks, changes } = await storage.changesSince(null)
    t.same(changes, [])
    t.same((await storage.changesSince(marks)).changes, [], 'nothing happened')
    await storage.addPasses([aPass(2)], [anEvent(2)])
    t.same((await storage.changesSince(marks)).changes, [], 'a new pass changes no list')
    await storage.changePassStatus(1, ['valid'], 'held', anEvent(1, { action: 'hold' }))
    await storage.nextTrustVersion(AT)
    await storage.appendEntries([anEntry('d1', 1, { site: 7 }), anEntry('d1', 2, { site: 3 }), anEntry('d1', 3, { site: 7 })])
    await storage.addGateRecord({ device: 'd1', id: 'r1', kind: 'trainings', site: 5, at: AT, receivedAt: AT, body: '{}' })
    await storage.addAlert({
      kind: 'fever',
      device: 'd1',
      number: 1,
      site: 7,
      gate: 'g1',
      community: 'c1',
      at: AT,
      receivedAt: AT,
      serial: 1,
      label: null,
      held: true,
      note: null
    })
    await storage.revokeDevice('d1', AT)
    const after = await storage.changesSince(marks)
    t.same(after.changes, [
      { kind: 'trust' },
      { kind: 'status', list: 0 },
      { kind: 'entries', sites: [3, 7], lastSequence: 3 },
      { kind: 'records', sites: [5] },
      { kind: 'alerts', site: 7, community: 'c1' },
      { kind: 'device', device: 'd1' }
    ])
    t.same((await storage.changesSince(after.marks)).changes, [])
    await storage.addPasses([aPass(3, { replaces: 2 })], [anEvent(3)])
    t.same((await storage.changesSince(after.marks)).changes, [{ kind: 'status', list: 0 }], 'a reissue changes a list')
  })
  withStorage(t, open, 'a sealed key is added once', async (t, storage) => {
    t.equal(await storage.addSealedKey('b', 'second'), true)
    t.equal(await storage.addSealedKey('a', 'first'), true)
    t.equal(await storage.addSealedKey('a', 'other'), false)
    t.same(await storage.sealedKeys(), [
      { keyId: 'a', sealed: 'first' },
      { keyId: 'b', sealed: 'second' }
    ])
  })
  withStorage(t, open, 'work of one name runs alone, also after work that failed', async (t, storage) => {
    const seen: string[] = []
    const work = (name: string, fails = false) =>
      storage.exclusively('name', async () => {
        seen.push(`${name} begins`)
        await new Promise(resolve => setTimeout(resolve, 20))
        seen.push(`${name} ends`)
        if (fails) throw new Error('failed')
        return name
      })
    const done = await Promise.allSettled([work('first', true), work('second'), work('third')])
    t.same(
      done.map(({ status }) => status),
      ['rejected', 'fulfilled', 'fulfilled']
    )
    for (let at = 0; at < seen.length; at += 2) t.equal(seen[at + 1], seen[at]?.replace('begins', 'ends'))
  })
  withStorage(
    t,
    open,
    'a lease belongs to one holder until it ends, and each new holder gets a higher token',
    async (t, storage) => {
      const both = await Promise.all(['a', 'b'].map(holder => storage.takeLease('job', holder, AT, 1000)))
      t.same(both.map(token => token ?? 0).sort(), [0, 1])
      const [holder, other] = both[0] === null ? ['b', 'a'] : ['a', 'b']
      t.equal(await storage.takeLease('job', holder, AT + 999, 1000), 1, 'renewed')
      t.equal(await storage.takeLease('job', other, AT + 1998, 1000), null)
      t.equal(await storage.takeLease('job', other, AT + 1999, 1000), 2, 'ended')
      t.equal(await storage.takeLease('other job', holder, AT, 1000), 1)
    }
  )
  withStorage(t, open, 'who lost the lease meanwhile does not count as having done the job', async (t, storage) => {
    t.equal(await storage.lastRun('job'), null)
    const first = await storage.takeLease('job', 'a', AT, 1000)
    const second = await storage.takeLease('job', 'b', AT + 1000, 1000)
    t.equal(await storage.noteRun('job', first ?? 0, AT + 1001), false)
    t.equal(await storage.lastRun('job'), null)
    t.equal(await storage.noteRun('job', second ?? 0, AT + 1002), true)
    t.equal(await storage.lastRun('job'), AT + 1002)
  })
  withStorage(t, open, 'the health of the log is counted over phones, gaps, quarantine and jobs', async (t, storage) => {
    const nothing = { devices: 0, silent: 0, unsent: 0, missing: 0, quarantined: 0, jobs: [] }
    t.same(await storage.logHealth(AT), nothing)
    for (const id of ['d1', 'd2', 'd3']) {
      await storage.addEnrolment(anEnrolment(id))
      await storage.redeemEnrolment(id, AT, aDevice(id))
    }
    await storage.touchDevice('d1', { at: AT, unsent: 7 })
    await storage.touchDevice('d3', { at: AT, unsent: 100 })
    await storage.revokeDevice('d3', AT)
    await storage.appendEntries([anEntry('d1', 3), anEntry('d2', 2 ** 31 - 1)])
    await storage.quarantine([aRefusal('d1', 9)])
    const token = await storage.takeLease('job', 'a', AT, 1000)
    await storage.noteRun('job', token ?? 0, AT + 5)
    t.same(await storage.logHealth(AT), {
      devices: 2,
      silent: 1,
      unsent: 7,
      missing: 2 + 5 + (2 ** 31 - 2),
      quarantined: 1,
      jobs: [{ name: 'job', doneAt: AT + 5 }]
    })
  })
  withStorage(t, open, 'a key signs no more than it may, whoever uses it at the same time', async (t, storage) => {
    const key = { purpose: 'issuing' as const, publicKey: { kty: 'EC' as const, crv: 'P-256' as const, x: 'x', y: 'y' } }
    await storage.addKey({ ...key, keyId: '00000001', createdAt: AT, notBefore: 0, notAfter: 1, signedCount: 0, revokedAt: null })
    const both = [
      [1, 2],
      [3, 4]
    ].map(serials =>
      storage.addPasses(
        serials.map(serial => aPass(serial)),
        serials.map(serial => anEvent(serial)),
        3
      )
    )
    t.same((await Promise.all(both)).sort(), ['added', 'key-full'])
    t.equal((await storage.passes({ community: null, limit: 9 })).length, 2)
    t.equal((await storage.keys())[0]?.signedCount, 2)
  })
}
