import type { Test } from 'tap'
import type { MassChoice, MassIssueRow, MassStep } from '../../server/ports/mass-issue-storage.ts'
import type { Storage } from '../../server/ports/storage.ts'
import { AT, aKey, aPass, anEvent } from './samples.ts'
import { withStorage } from './with-storage.ts'

const anIssue = (id: string, change: Partial<MassIssueRow> = {}): MassIssueRow => ({
  id,
  community: 'c1',
  filter: { kind: 'person', community: 'c1', hours: 24 },
  state: 'running',
  total: 3,
  next: 0,
  issued: 0,
  createdBy: 'a1',
  createdByName: '甲',
  createdAt: AT,
  approvedBy: null,
  approvedByName: null,
  updatedAt: AT,
  ...change
})
const choices: MassChoice[] = [1, 2, 3].map(person => ({ household: 10 * person, person, vehicle: null, replaces: null }))

/** Passes for the choices from `next` on. */
const aStep = (next: number, serials: readonly number[], change: Partial<MassStep> = {}): MassStep => ({
  id: 'm1',
  next,
  count: serials.length,
  passes: serials.map(serial => aPass(serial)),
  events: serials.map(serial => anEvent(serial)),
  holders: choices.slice(next, next + serials.length),
  skips: [],
  at: AT + 1,
  signaturesPerKey: 10_000,
  ...change
})

export function massIssueContract(t: Test, open: () => Promise<Storage>): void {
  withStorage(t, open, 'an issue comes back with its choices in order, in its community', async (t, storage) => {
    await storage.addMassIssue(anIssue('m1'), choices)
    await storage.addMassIssue(anIssue('m2', { community: 'c2', createdAt: AT + 1 }), [])
    t.same(await storage.massIssue('m1'), anIssue('m1'))
    t.equal(await storage.massIssue('m3'), null)
    t.same(await storage.massChoices('m1', 1, 5), choices.slice(1))
    t.same(
      (await storage.massIssues(null, 9)).map(({ id }) => id),
      ['m2', 'm1']
    )
    t.same(
      (await storage.massIssues('c1', 9)).map(({ id }) => id),
      ['m1']
    )
  })
  withStorage(t, open, 'a step counts with its passes, once, and the last one ends the issue', async (t, storage) => {
    await storage.addKey(aKey('00000001'))
    await storage.addMassIssue(anIssue('m1'), choices)
    const both = await Promise.all([storage.addMassStep(aStep(0, [1, 2])), storage.addMassStep(aStep(0, [3, 4]))])
    t.same(both.sort(), ['added', 'stale'])
    t.match(await storage.massIssue('m1'), { next: 2, issued: 2, state: 'running', updatedAt: AT + 1 })
    t.equal((await storage.passes({ community: null, limit: 9 })).length, 2)
    const last = aStep(2, [], { count: 1, skips: [{ position: 2, reason: 'gone' }], holders: [] })
    t.equal(await storage.addMassStep(last), 'added')
    t.match(await storage.massIssue('m1'), { next: 3, issued: 2, state: 'done' })
    t.same(await storage.massSkips('m1'), [{ reason: 'gone', count: 1 }])
    t.equal(await storage.addMassStep(aStep(3, [9])), 'stale', 'what is done takes no more')
    t.equal((await storage.keys())[0]?.signedCount, 2)
  })
  withStorage(t, open, 'a step that cannot be added leaves nothing, not even its count', async (t, storage) => {
    await storage.addKey(aKey('00000001'))
    await storage.addMassIssue(anIssue('m1'), choices)
    t.equal(await storage.addMassStep(aStep(0, [1, 1])), 'conflict')
    const gone = aStep(0, [], { count: 1, passes: [aPass(5, { replaces: 77 })], events: [anEvent(5)] })
    t.equal(await storage.addMassStep(gone), 'conflict')
    t.equal(await storage.addMassStep(aStep(0, [1, 2], { signaturesPerKey: 1 })), 'key-full')
    t.match(await storage.massIssue('m1'), { next: 0, issued: 0 })
    t.same(await storage.passes({ community: null, limit: 9 }), [])
  })
  withStorage(t, open, 'a state changes from the named ones only, and only a running issue takes steps', async (t, storage) => {
    await storage.addMassIssue(anIssue('m1', { state: 'awaiting-approval' }), choices)
    const approval = { at: AT + 5, approvedBy: 'a2', approvedByName: '乙' }
    t.equal(await storage.addMassStep(aStep(0, [1])), 'stale')
    t.equal(await storage.changeMassIssue('m1', ['paused'], 'running', { at: AT }), false)
    t.equal(await storage.changeMassIssue('m1', ['awaiting-approval'], 'running', approval), true)
    t.equal(await storage.changeMassIssue('m1', ['awaiting-approval'], 'running', approval), false)
    t.match(await storage.massIssue('m1'), { state: 'running', approvedBy: 'a2', approvedByName: '乙', updatedAt: AT + 5 })
    t.equal(await storage.changeMassIssue('m1', ['running'], 'paused', { at: AT }), true)
    t.equal(await storage.addMassStep(aStep(0, [1])), 'stale')
    t.match(await storage.massIssue('m1'), { approvedByName: '乙' })
  })
  withStorage(t, open, 'nobody is chosen twice: neither a person, nor a household or a car', async (t, storage) => {
    const twice = [choices[0] as MassChoice, { ...(choices[0] as MassChoice), household: 99 }]
    t.equal(await storage.addMassIssue(anIssue('m1'), twice), false)
    t.equal(await storage.massIssue('m1'), null)
    t.equal(await storage.addMassIssue(anIssue('m1'), twice.slice(1)), true, 'in an issue that was not kept')
    t.equal(await storage.addMassIssue(anIssue('m2'), twice.slice(1)), true, 'in another issue')
    const households = anIssue('m3', { filter: { kind: 'household', community: 'c1', hours: 24 } })
    t.equal(await storage.addMassIssue(households, twice), true, 'somebody may head two households')
    const cars = anIssue('m4', { filter: { kind: 'vehicle', community: 'c1', hours: 24 } })
    const car = { household: 1, person: null, vehicle: 5, replaces: null }
    t.equal(await storage.addMassIssue(cars, [car, { ...car, vehicle: 6 }]), true)
    t.equal(await storage.addMassIssue({ ...cars, id: 'm5' }, [car, car]), false)
  })
  withStorage(t, open, 'standing passes are found by document, plate and person', async (t, storage) => {
    await storage.addMassIssue(anIssue('m1', { total: 9 }), choices)
    const end = aPass(0).endsAt
    await storage.addPasses(
      [
        aPass(1, { documentIndex: 'd1' }),
        aPass(2, { documentIndex: 'd1', kind: 'work' }),
        aPass(3, { documentIndex: 'd2', status: 'revoked' }),
        aPass(4, { documentIndex: 'd3', status: 'held' }),
        aPass(5, { kind: 'vehicle', label: '鲁A12345' })
      ],
      []
    )
    const found = await storage.passesOfDocuments('person', ['d1', 'd2', 'd3'], end - 1)
    t.same(found.map(({ key, serial, status }) => [key, serial, status]).sort(), [
      ['d1', 1, 'valid'],
      ['d3', 4, 'held']
    ])
    t.same(await storage.passesOfDocuments('person', ['d1'], end), [])
    t.match(await storage.passesOfPlates(['鲁A12345', '鲁A1'], end - 1), [{ key: '鲁A12345', serial: 5, endsAt: end }])
    await storage.addMassStep(aStep(0, [7]))
    t.match(await storage.passesOfPeople('person', [1, 2], end - 1), [{ key: '1', serial: 7 }])
    t.same(await storage.passesOfPeople('work', [1], end - 1), [])
    for (const none of [storage.passesOfDocuments('person', [], 0), storage.passesOfPlates([], 0), storage.vehiclesOf([])])
      t.same(await none, [])
  })
}
