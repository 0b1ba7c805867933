import type { Test } from 'tap'
import type { PassRow, Storage } from '../../server/ports/storage.ts'
import { AT, aPass, anEvent } from './samples.ts'
import { withStorage } from './with-storage.ts'

const END = AT / 1000
const documented = (serial: number, change: Partial<PassRow> = {}): PassRow =>
  aPass(serial, { documentSealed: `sealed-${serial}`, documentIndex: `index-${serial}`, endsAt: END + 100, ...change })

export function rosterContract(t: Test, open: () => Promise<Storage>): void {
  withStorage(t, open, 'a roster is made of current passes with a document, of the site or of all sites', async (t, storage) => {
    const passes = [
      documented(1),
      documented(2, { site: 0 }),
      documented(3, { site: 2 }),
      documented(4, { endsAt: END }),
      documented(5, { kind: 'vehicle' }),
      documented(6, { kind: 'visitor' }),
      documented(7, { status: 'superseded' }),
      documented(8, { status: 'revoked' }),
      documented(9, { documentIndex: null, documentSealed: null })
    ]
    await storage.addPasses(
      passes,
      passes.map(({ serial }) => anEvent(serial))
    )
    const found = await storage.rosterPasses(1, END)
    t.same(
      found.map(({ serial }) => serial),
      [1, 2, 8]
    )
    t.match(found[0], {
      documentSealed: 'sealed-1',
      documentIndex: 'index-1',
      person: null,
      kind: 'person',
      label: '陈*明',
      hours: 336,
      status: 'valid'
    })
  })
  withStorage(t, open, 'who lives at a site is told with building and version, once for each household', async (t, storage) => {
    const person = (document: string | null) => ({
      kind: 'new' as const,
      relation: 'other' as const,
      tokens: () => [],
      fields: { documentIndex: document, birthYear: 1990, body: `body-${document}` }
    })
    const household = (site: number, building: string, documents: (string | null)[]) => ({
      fields: {
        site,
        community: 'c1',
        building,
        unit: '',
        room: '101',
        addressKey: `${building}--101`,
        tenure: 'own' as const,
        grid: null,
        body: 'body'
      },
      members: documents.map(person),
      vehicles: [],
      tokens: [],
      revision: { at: AT, actor: 'a', actorName: 'a', how: 'desk' as const, outcome: null, changes: null }
    })
    await storage.addHouseholds([household(1, '9', ['a', null]), household(2, '7', ['b'])])
    t.match(await storage.rosterResidents(1), [
      { documentIndex: 'a', body: 'body-a', building: '9', version: 1 },
      { documentIndex: null, body: 'body-null', building: '9', version: 1 }
    ])
    t.equal((await storage.rosterResidents(1)).length, 2)
    t.same(await storage.rosterResidents(3), [])
  })
  withStorage(t, open, 'texts are given of valid duty passes alone', async (t, storage) => {
    const passes = [
      documented(1, { kind: 'duty' }),
      documented(2, { kind: 'duty', status: 'held' }),
      documented(3, { kind: 'duty', site: 2 }),
      documented(4)
    ]
    await storage.addPasses(
      passes,
      passes.map(({ serial }) => anEvent(serial))
    )
    t.same(await storage.dutyTexts(1, END), ['CP1:1'])
  })
  withStorage(t, open, 'slow keys are kept by site and document, the first stays', async (t, storage) => {
    await storage.keepRosterKeys(1, [{ claim: 'a', keySealed: 'x' }])
    await storage.keepRosterKeys(1, [
      { claim: 'a', keySealed: 'y' },
      { claim: 'b', keySealed: 'z' }
    ])
    await storage.keepRosterKeys(2, [{ claim: 'a', keySealed: 'w' }])
    const keys = async (site: number) => (await storage.rosterKeys(site)).map(row => `${row.claim} ${row.keySealed}`).sort()
    t.same(await keys(1), ['a x', 'b z'])
    await storage.dropRosterKeys(1, ['a', 'c'])
    t.same(await keys(1), ['b z'])
    t.same(await keys(2), ['a w'])
    await storage.dropRosterKeys(1, [])
  })
}
