import type { Test } from 'tap'
import type { NewAlert } from '../../server/ports/alert-storage.ts'
import type { Storage } from '../../server/ports/storage.ts'
import { AT } from './samples.ts'
import { withStorage } from './with-storage.ts'

const anAlert = (change: Partial<NewAlert> = {}): NewAlert => ({
  kind: 'fever',
  device: 'd1',
  number: 1,
  site: 1,
  gate: 'g1',
  community: null,
  at: AT,
  receivedAt: AT + 5,
  serial: 7,
  label: '陈*明',
  held: true,
  note: null,
  ...change
})

export function alertContract(t: Test, open: () => Promise<Storage>): void {
  withStorage(t, open, 'high readings are found by what they go on from and by the pass about that time', async (t, storage) => {
    const reading = { device: 'd1', number: 1, follows: null, serial: 7, at: AT }
    await storage.noteFevers([reading, reading])
    await storage.noteFevers([{ ...reading, at: AT + 9 }])
    const near = async (change: object) =>
      (await storage.feversNear({ device: 'd2', number: 9, follows: null, serial: null, at: AT, ...change }, 100)).map(
        ({ device, number, at }) => [device, number, at]
      )
    t.same(await near({ device: 'd1', follows: 1 }), [['d1', 1, AT]], 'the first note stays')
    t.same(await near({ follows: 1 }), [], 'another phone has numbers of its own')
    t.same(await near({ serial: 7, at: AT + 100 }), [['d1', 1, AT]])
    t.same(await near({ serial: 7, at: AT - 101 }), [])
    t.same(await near({}), [], 'two without a pass have nothing in common')
    await storage.noteFevers([{ ...reading, number: 4, follows: 3, serial: null }])
    t.same(await near({ device: 'd1', number: 3 }), [['d1', 4, AT]], 'also when the second comes first')
  })
  withStorage(t, open, 'staff are told once of an entry, and one of them sees to it', async (t, storage) => {
    t.equal(await storage.hasAlert('d1', 1, 'fever'), false)
    t.equal(await storage.addAlert(anAlert()), true)
    t.equal(await storage.addAlert(anAlert({ held: false })), false)
    t.equal(await storage.addAlert(anAlert({ kind: 'plate', held: false })), true)
    t.equal(await storage.hasAlert('d1', 1, 'fever'), true)
    const [plate, fever] = await storage.alerts({ sites: null, community: null, limit: 9 })
    t.match(fever, { ...anAlert(), acknowledgedAt: null, acknowledgedBy: null })
    t.match(plate, { kind: 'plate', held: false })
    t.equal(await storage.acknowledgeAlert(fever?.id ?? 0, AT + 9, '王'), true)
    t.equal(await storage.acknowledgeAlert(fever?.id ?? 0, AT + 10, '李'), false, 'the first one stays')
    t.match(await storage.alert(fever?.id ?? 0), { acknowledgedAt: AT + 9, acknowledgedBy: '王' })
    t.equal(await storage.alert(999), null)
  })
  withStorage(
    t,
    open,
    'alerts are seen by who answers for the site or the pass, newest first, page by page',
    async (t, storage) => {
      for (const [number, site] of [1, 1, 2].entries()) await storage.addAlert(anAlert({ number, site }))
      await storage.addAlert(anAlert({ number: 4, site: 2, community: 'c1' }))
      const ids = async (filter: object = {}) =>
        (await storage.alerts({ sites: null, community: null, limit: 9, ...filter })).map(({ number }) => number)
      t.same(await ids(), [4, 2, 1, 0])
      t.same(await ids({ sites: [1], community: 'c1' }), [4, 1, 0])
      t.same(await ids({ sites: [], community: 'c1' }), [4])
      t.same(await ids({ sites: [], community: null }), [])
      const [, second] = await storage.alerts({ sites: null, community: null, limit: 2 })
      t.same(await ids({ before: second?.id }), [1, 0])
      await storage.acknowledgeAlert(second?.id ?? 0, AT, '王')
      t.same(await ids({ isOpen: true }), [4, 1, 0])
      t.same(await ids({ isOpen: false }), [2])
    }
  )
}
