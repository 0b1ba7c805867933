import type { Test } from 'tap'
import type { StoredEntry } from '../../server/ports/log-storage.ts'
import type { CertificateRow } from '../../server/ports/retention-storage.ts'
import type { Storage } from '../../server/ports/storage.ts'
import { AT, aPass, aRefusal, anEntry, anEvent } from './samples.ts'
import { withStorage } from './with-storage.ts'

const strip = (entry: StoredEntry): StoredEntry => ({ ...entry, serial: null, pseudonym: `p${entry.serial}` })
const dayOf = (at: number): string => (at < AT + 100 ? 'first' : 'second')

export function retentionContract(t: Test, open: () => Promise<Storage>): void {
  withStorage(t, open, 'old entries lose their names once, and are counted by day', async (t, storage) => {
    await storage.appendEntries([1, 2, 3].map(number => anEntry('d1', number)))
    await storage.appendEntries([anEntry('d1', 4, { at: AT + 200, verdict: 'STOP', admitted: false })])
    await storage.appendEntries([anEntry('d1', 5, { receivedAt: AT + 90_000 })])
    const run = (limit: number) => storage.pseudonymiseEntries({ receivedBefore: AT + 80_000, limit, strip, dayOf })
    t.same([await run(3), await run(3), await run(3)], [3, 1, 0])
    const entries = await storage.entries({ sites: null, limit: 9 })
    t.same(
      entries.map(({ number, serial, pseudonym }) => [number, serial, pseudonym]),
      [[5, 4711, undefined], ...[4, 3, 2, 1].map(number => [number, null, 'p4711'])]
    )
    const counted = { site: 1, gate: 'g1', direction: 'in' }
    const counts = [
      { day: 'first', ...counted, verdict: 'PASS', admitted: true, count: 3 },
      { day: 'second', ...counted, verdict: 'STOP', admitted: false, count: 1 }
    ]
    t.same(await storage.passageCounts('a', 'z'), counts)
    t.same(await storage.passageCounts('g', 'z'), counts.slice(1))
    t.same(
      await storage.entryLinks('d1', [4]),
      (await storage.entryLinks('d1', [4])).filter(({ hash }) => hash !== '')
    )
    t.same(await storage.appendEntries([anEntry('d1', 2), anEntry('d1', 6)]), ['held', 'stored'], 'the chain goes on')
    t.equal((await storage.entries({ sites: null, limit: 1 }))[0]?.chainBroken, false)
    await storage.pseudonymiseEntries({ receivedBefore: AT + 99_000, limit: 9, strip, dayOf })
    t.equal((await storage.passageCounts('first', 'first'))[0]?.count, 5, 'a later run adds to the day')
  })
  withStorage(t, open, 'a pass goes with its history when its time is over, a younger one stays', async (t, storage) => {
    const end = AT / 1000
    await storage.addPasses([aPass(1, { endsAt: end }), aPass(2, { endsAt: end + 5_000 })], [anEvent(1), anEvent(2)])
    await storage.addPasses([aPass(3, { endsAt: end - 90_000 })], [anEvent(3)])
    let gone = 0
    for (let part = -1; part !== 0; gone += part) part = await storage.forgetOldest('passes', AT + 1)
    t.equal(gone, 2)
    t.same([await storage.pass(1), await storage.passEvents(1)], [null, []])
    t.match([await storage.pass(2), await storage.passEvents(2)], [{ serial: 2 }, [{ serial: 2 }]])
  })
  withStorage(t, open, 'what came before the instant goes, what came at it stays', async (t, storage) => {
    await storage.quarantine([aRefusal('d1', 1), { ...aRefusal('d1', 2), receivedAt: AT + 1 }])
    await storage.audit({ at: AT, actor: 'a', action: 'x', object: 'o', detail: '' })
    t.same([await storage.forgetOldest('quarantine', AT), await storage.forgetOldest('audit', AT)], [0, 0])
    t.same([await storage.forgetOldest('quarantine', AT + 1), await storage.forgetOldest('audit', AT + 1)], [1, 1])
    t.same(
      (await storage.quarantined(null, 9)).map(({ number }) => number),
      [2]
    )
    for (const thing of ['visitors', 'fevers', 'alerts', 'gate-records', 'shifts'] as const)
      t.equal(await storage.forgetOldest(thing, AT), 0, `${thing}: none`)
  })
  withStorage(t, open, 'certificates follow each other, also when two are made at once', async (t, storage) => {
    const make = (name: string) => (previous: CertificateRow | null) => ({
      number: (previous?.number ?? 0) + 1,
      at: AT,
      body: name,
      previousHash: previous?.hash ?? 'start',
      hash: `after ${previous?.hash ?? 'start'}`
    })
    await Promise.all(['a', 'b', 'c'].map(name => storage.addCertificate(make(name))))
    const rows = await storage.certificates(null, 9)
    t.same(
      rows.map(({ number }) => number),
      [3, 2, 1]
    )
    for (const [index, row] of rows.entries()) t.equal(row.previousHash, rows[index + 1]?.hash ?? 'start')
    t.same(
      (await storage.certificates(3, 1)).map(({ number }) => number),
      [2]
    )
  })
}
