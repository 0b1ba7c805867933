import type { Test } from 'tap'
import type { HolderKeys, MassChoice, MassHolder, MassIssueRow, MassStep, PassOf } from '../../server/ports/mass-issue-storage.ts'
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

const keysOf = (change: Partial<HolderKeys>): HolderKeys => ({
  household: 0,
  person: null,
  documentIndex: null,
  plate: null,
  ...change
})
const holderOf = (choice: MassChoice, keys: Partial<HolderKeys> = {}, standing: PassOf[] = []): MassHolder => ({
  ...choice,
  keys: keysOf({ household: choice.household, person: choice.person, ...keys }),
  standing
})

/** Passes for the choices from `next` on. */
const aStep = (next: number, serials: readonly number[], change: Partial<MassStep> = {}): MassStep => ({
  id: 'm1',
  next,
  count: serials.length,
  passes: serials.map(serial => aPass(serial)),
  events: serials.map(serial => anEvent(serial)),
  kind: 'person',
  holders: choices.slice(next, next + serials.length).map(choice => holderOf(choice)),
  standingAfter: 0,
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
  withStorage(t, open, 'standing passes are found by document, plate, person and household', async (t, storage) => {
    await storage.addKey(aKey('00000001'))
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
    const found = async (kind: 'person' | 'household' | 'vehicle', keys: Partial<HolderKeys>[], after = end - 1) =>
      (await storage.standingPasses(kind, keys.map(keysOf), after)).map(passes => passes.map(({ serial }) => serial))
    const documents = ['d1', 'd2', 'd3'].map(documentIndex => ({ documentIndex }))
    t.same(await found('person', documents), [[1], [], [4]])
    t.match(await storage.standingPasses('person', [keysOf({ documentIndex: 'd3' })], 0), [[{ status: 'held', endsAt: end }]])
    t.same(await found('person', documents, end), [[], [], []], 'not what has ended')
    t.same(await found('vehicle', [{ plate: '鲁A12345' }, { plate: '鲁A1' }]), [[5], []])
    await storage.addMassStep(aStep(0, [7]))
    t.same(await found('person', [{ person: 1 }, { person: 2 }]), [[7], []])
    t.same(await found('person', [{ person: 1, documentIndex: 'd1' }]), [[1, 7]], 'by whatever it is found')
    t.same(await found('vehicle', [{ person: 1 }]), [[]])
    t.same(await found('person', []), [])
    t.same(await storage.vehiclesOf([]), [])
    await storage.addPasses([aPass(8, { replaces: 7 })], [])
    t.same(await found('person', [{ person: 1 }]), [[8]], 'what replaces it at a desk is the same person’s')
  })
  withStorage(t, open, 'a household has its own pass, and no other one that its head has', async (t, storage) => {
    await storage.addKey(aKey('00000001'))
    const filter = { kind: 'household' as const, community: 'c1', hours: 24 }
    await storage.addMassIssue(anIssue('m1', { filter }), choices)
    const household = { kind: 'household' as const, documentIndex: 'd1' }
    t.equal(await storage.addMassStep(aStep(0, [1], { kind: 'household', passes: [aPass(1, household)] })), 'added')
    const found = async (house: number) =>
      (await storage.standingPasses('household', [keysOf({ household: house, person: 1, documentIndex: 'd1' })], 0))[0]
    t.match(await found(10), [{ serial: 1 }])
    t.same(await found(20), [])
    await storage.addPasses([aPass(2, household)], [])
    t.match(await found(20), [{ serial: 2 }], 'a desk tells no household')
  })
  withStorage(t, open, 'of steps that come together for the same holders one counts, whatever the kind', async (t, storage) => {
    await storage.addKey(aKey('00000001'))
    const kinds = { person: { documentIndex: 'd1' }, household: {}, vehicle: { plate: '鲁A12345' } }
    let serial = 0
    for (const [kind, keys] of Object.entries(kinds) as ['person' | 'household' | 'vehicle', Partial<HolderKeys>][]) {
      const steps: MassStep[] = []
      for (let issue = 0; issue < 12; issue++) {
        const id = `${kind}-${issue}`
        await storage.addMassIssue(anIssue(id, { filter: { kind, community: 'c1', hours: 24 } }), choices)
        const [first, ...others] = choices.map(choice => holderOf(choice))
        const holders = [holderOf(first as MassChoice, keys), ...others] as MassHolder[]
        const fields = { kind, documentIndex: keys.documentIndex ?? null, label: keys.plate ?? '陈*明' }
        // Steps overlap in the first holder alone, or in all.
        const count = issue % 2 === 0 ? 3 : 1
        const passes = Array.from({ length: count }, () => aPass(++serial, fields))
        const events = passes.map(pass => anEvent(pass.serial))
        steps.push({ ...aStep(0, [1, 2, 3].slice(0, count)), id, kind, passes, events, holders: holders.slice(0, count) })
      }
      const done = await Promise.all(steps.map(step => storage.addMassStep(step)))
      t.equal(done.filter(result => result === 'added').length, 1, kind)
      t.equal(done.filter(result => result === 'conflict').length, 11, 'the others are to be made again')
    }
  })
  withStorage(t, open, 'a step is refused when what it renews was held or renewed, or another pass came', async (t, storage) => {
    await storage.addKey(aKey('00000001'))
    await storage.addMassIssue(anIssue('m1'), choices)
    await storage.addPasses([aPass(1, { documentIndex: 'd1' })], [])
    const { endsAt } = aPass(1)
    const step = (seen: PassOf[]): MassStep => {
      const holder = { ...holderOf(choices[0] as MassChoice, { documentIndex: 'd1' }, seen), replaces: 1 }
      return { ...aStep(0, [9]), passes: [aPass(9, { documentIndex: 'd1', replaces: 1 })], holders: [holder] }
    }
    const seen: PassOf = { serial: 1, status: 'valid', endsAt }
    await storage.changePassStatus(1, ['valid'], 'held', anEvent(1))
    t.equal(await storage.addMassStep(step([seen])), 'conflict', 'held')
    await storage.changePassStatus(1, ['held'], 'valid', anEvent(1))
    await storage.addPasses([aPass(2, { documentIndex: 'd1' })], [])
    t.equal(await storage.addMassStep(step([seen])), 'conflict', 'another one')
    t.equal(await storage.addMassStep(step([seen, { ...seen, serial: 2 }])), 'added', 'as it was seen')
  })
}
