import type { Test } from 'tap'
import type { HouseholdChange, HouseholdFilter, HouseholdWrite, MemberWrite } from '../../server/ports/register-storage.ts'
import type { Storage } from '../../server/ports/storage.ts'
import { AT } from './samples.ts'
import { withStorage } from './with-storage.ts'

type Fields = HouseholdWrite['fields']

const aMember = (name: string, documentIndex: string | null = null): MemberWrite => ({
  kind: 'new',
  relation: 'head',
  fields: { documentIndex, birthYear: 1990, body: `sealed ${name}` },
  tokens: community => [`${community}/${name}`]
})
const aRevision = (change: Partial<HouseholdWrite['revision']> = {}): HouseholdWrite['revision'] => ({
  at: AT,
  actor: 'a1',
  actorName: '工作者',
  how: 'door',
  outcome: 'reached',
  changes: null,
  ...change
})
const aHousehold = (room: string, change: Partial<HouseholdWrite> = {}, fields: Partial<Fields> = {}): HouseholdWrite => ({
  fields: {
    site: 1,
    community: 'c1',
    building: '9',
    unit: '2',
    room,
    addressKey: `00009-00002-0${room}`,
    tenure: 'own',
    grid: null,
    body: `household ${room}`,
    ...fields
  },
  members: [],
  vehicles: [],
  tokens: [`room ${room}`],
  revision: aRevision(),
  ...change
})

const add = async (storage: Storage, ...writes: HouseholdWrite[]): Promise<number[]> => {
  const ids = await storage.addHouseholds(writes)
  if (ids === null) throw new Error('taken')
  return ids
}
const found = async (storage: Storage, ...tokens: string[]) => (await storage.findTokens(tokens, 10)).map(hit => hit.household)

export function registerContract(t: Test, open: () => Promise<Storage>): void {
  withStorage(t, open, 'a household comes back whole, with people in their order and what it is found by', async (t, storage) => {
    const car = { plate: '鲁A12345', kind: 'ordinary', note: '蓝色' }
    const [id = 0] = await add(
      storage,
      aHousehold('1103', { members: [aMember('甲', 'd1'), aMember('乙')], vehicles: [car] }, { grid: 'g1' })
    )
    t.match(await storage.household(id), {
      ...{ id, site: 1, community: 'c1', building: '9', unit: '2', room: '1103', tenure: 'own', grid: 'g1' },
      ...{ body: 'household 1103', version: 1, people: 2, verifiedAt: AT, verifiedBy: '工作者', outcome: 'reached' }
    })
    t.match(await storage.members(id), [
      { body: 'sealed 甲', documentIndex: 'd1', birthYear: 1990, relation: 'head', since: AT, elsewhere: 0, version: 1 },
      { body: 'sealed 乙', documentIndex: null }
    ])
    t.match(await storage.vehicles(id), [{ household: id, ...car }])
    t.match(await storage.vehicleByPlate('鲁A12345'), { household: id })
    t.match(await storage.personByDocument('d1'), { body: 'sealed 甲' })
    t.equal(await storage.personByDocument('d2'), null)
    t.match(await storage.findTokens(['c1/乙'], 9), [{ household: id, person: (await storage.members(id))[1]?.id }])
    t.same(await storage.findTokens(['room 1103'], 9), [{ household: id, person: null }])
    t.same(await storage.findTokens(['room 11', 'c2/乙'], 9), [])
    t.equal((await storage.householdAt(1, '00009-00002-01103'))?.id, id)
    t.equal(await storage.householdAt(2, '00009-00002-01103'), null)
    t.match(await storage.revisions(id, 9), [{ version: 1, how: 'door', changes: null }])
  })
  withStorage(
    t,
    open,
    'an address, a document and a plate belong to one; of a batch with a taken one nothing stays',
    async (t, storage) => {
      const vehicles = [{ plate: '鲁A12345', kind: 'ordinary', note: null }]
      await add(storage, aHousehold('1101', { members: [aMember('甲', 'd1')], vehicles }))
      const bad = [aHousehold('1101'), aHousehold('1103', { members: [aMember('乙', 'd1')] }), aHousehold('1103', { vehicles })]
      for (const write of bad) t.equal(await storage.addHouseholds([aHousehold('1102'), write]), null)
      t.equal((await storage.households({ community: null, limit: 9 })).length, 1)
      t.same(await found(storage, 'room 1102'), [])
    }
  )
  withStorage(t, open, 'the same door in another site is another household', async (t, storage) => {
    t.equal((await add(storage, aHousehold('1101'), aHousehold('1101', {}, { site: 2 }))).length, 2)
  })
  withStorage(t, open, 'a change replaces people, cars and words, and is the next revision', async (t, storage) => {
    const cars = ['鲁A00001', '鲁A00002'].map(plate => ({ plate, kind: 'ordinary', note: null }))
    const [id = 0] = await add(
      storage,
      aHousehold('1101', { members: [aMember('甲'), aMember('乙')], vehicles: cars.slice(0, 1) })
    )
    const [first, second] = await storage.members(id)
    const stays: MemberWrite = {
      kind: 'known',
      id: second?.id ?? 0,
      since: AT,
      relation: 'spouse',
      change: null,
      tokens: () => ['c1/乙']
    }
    const change: HouseholdChange = {
      ...aHousehold('1102', {
        members: [aMember('丙'), stays],
        vehicles: cars,
        revision: aRevision({ at: AT + 9, changes: 'x' })
      }),
      id,
      version: 1,
      tokensBefore: [
        { person: null, tokens: ['room 1101'] },
        { person: first?.id ?? 0, tokens: ['c1/甲'] },
        { person: second?.id ?? 0, tokens: ['c1/乙'] }
      ]
    }
    t.same(await storage.saveHousehold(change), { kind: 'saved', id })
    t.match(await storage.household(id), { room: '1102', version: 2, people: 2, verifiedAt: AT + 9 })
    t.match(await storage.members(id), [
      { body: 'sealed 丙', since: AT + 9 },
      { id: second?.id, relation: 'spouse', since: AT }
    ])
    t.same(
      (await storage.vehicles(id)).map(({ plate }) => plate),
      ['鲁A00001', '鲁A00002']
    )
    for (const [token, count] of [
      ['room 1101', 0],
      ['room 1102', 1],
      ['c1/甲', 0],
      ['c1/乙', 1],
      ['c1/丙', 1]
    ] as const)
      t.equal((await found(storage, token)).length, count, token)
    t.match(await storage.revisions(id, 9), [{ version: 2, changes: 'x' }, { version: 1 }])
  })
  withStorage(t, open, 'a change of an older version changes nothing; of two at once, one is kept', async (t, storage) => {
    const [id = 0, other = 0] = await add(storage, aHousehold('1101'), aHousehold('1102'))
    const change = (room: string): HouseholdChange => ({ ...aHousehold(room), id, version: 1, tokensBefore: [] })
    const both = await Promise.all([storage.saveHousehold(change('1103')), storage.saveHousehold(change('1104'))])
    t.same(both.map(({ kind }) => kind).sort(), ['saved', 'version'])
    t.equal((await storage.saveHousehold(change('1105'))).kind, 'version')
    t.equal((await storage.saveHousehold({ ...change('1105'), id: 99 })).kind, 'missing')
    t.equal((await storage.saveHousehold({ ...change('1102'), version: 2 })).kind, 'taken')
    t.match(await storage.household(id), { version: 2 })
    t.match(await storage.household(other), { version: 1, room: '1102' })
    t.equal((await storage.revisions(id, 9)).length, 2)
  })
  withStorage(t, open, 'a person of two households is changed in both, and both get a version', async (t, storage) => {
    const [first = 0] = await add(storage, aHousehold('1101', { members: [aMember('甲', 'd1')] }))
    const person = (await storage.personByDocument('d1'))?.id ?? 0
    const known = { kind: 'known', id: person, since: null, relation: 'child' } as const
    const here: MemberWrite = { ...known, change: null, tokens: community => [`${community}/甲`] }
    const [second = 0] = await add(storage, aHousehold('1', { members: [here] }, { site: 2, community: 'c2' }))
    t.equal((await storage.members(second))[0]?.elsewhere, 1)
    t.same((await storage.communitiesOf(person)).sort(), ['c1', 'c2'])
    t.same(await found(storage, 'c2/甲'), [second])
    const renamed: MemberWrite = {
      ...known,
      tokens: community => [`${community}/新`],
      change: {
        fields: { documentIndex: 'd1', birthYear: 1990, body: 'sealed 新' },
        version: 1,
        tokensBefore: community => [`${community}/甲`]
      }
    }
    const change: HouseholdChange = {
      ...aHousehold('1101', { members: [renamed] }),
      ...{
        id: first,
        version: 1,
        tokensBefore: [
          { person: null, tokens: ['room 1101'] },
          { person, tokens: ['c1/甲'] }
        ]
      }
    }
    t.equal((await storage.saveHousehold(change)).kind, 'saved')
    t.match(await storage.members(second), [{ body: 'sealed 新', version: 2 }])
    t.match(await storage.household(second), { version: 2, verifiedBy: '工作者' })
    t.match(await storage.revisions(second, 1), [{ version: 2, how: 'system' }])
    t.same([await found(storage, 'c1/新'), await found(storage, 'c2/新')], [[first], [second]])
    t.same([await found(storage, 'c1/甲'), await found(storage, 'c2/甲')], [[], []])
    t.equal((await storage.saveHousehold({ ...change, version: 2 })).kind, 'version', 'the person was changed meanwhile')
    t.match(await storage.household(first), { version: 2 })
  })
  withStorage(t, open, 'a person is met once within a filter, in the first of his households', async (t, storage) => {
    const [first = 0] = await add(storage, aHousehold('1101', { members: [aMember('甲', 'd1'), aMember('乙')] }))
    const person = (await storage.personByDocument('d1'))?.id ?? 0
    const same: MemberWrite = { kind: 'known', id: person, since: null, relation: 'child', change: null, tokens: () => [] }
    const [second = 0, third = 0, fourth = 0] = await add(
      storage,
      aHousehold('1102', { members: [same] }, { building: '10' }),
      aHousehold('1103', { members: [same, aMember('丙')] }, { site: 2 }),
      aHousehold('1104', { members: [same] }, { site: 3, community: 'c2' })
    )
    const where = async (filter: { community: string; site?: number; building?: string }) => {
      const found = await storage.membersOnce([first, second, third, fourth], { kind: 'person', hours: 1, ...filter })
      return found.filter(member => member.person === person).map(({ household }) => household)
    }
    t.same(await where({ community: 'c1' }), [first])
    t.same(await where({ community: 'c1', building: '10' }), [second])
    t.same(await where({ community: 'c1', site: 2 }), [third])
    t.same(await where({ community: 'c2' }), [fourth])
    t.same(await storage.membersOnce([second], { kind: 'person', hours: 1, community: 'c1' }), [])
    const others = await storage.membersOnce([third], { kind: 'person', hours: 1, community: 'c1' })
    t.match(others, [{ household: third, relation: 'head', documentIndex: null, body: 'sealed 丙' }])
    t.same(await storage.membersOnce([], { kind: 'person', hours: 1, community: 'c1' }), [])
  })
  withStorage(t, open, 'a contact is a revision that leaves the sheet as it is', async (t, storage) => {
    const [id = 0] = await add(storage, aHousehold('1101', { members: [aMember('甲')] }))
    t.equal(await storage.noteContact(id, aRevision({ at: AT + 5, how: 'phone', outcome: 'no-answer' })), true)
    t.match(await storage.household(id), { version: 2, people: 1, verifiedHow: 'phone', outcome: 'no-answer' })
    t.equal((await storage.members(id)).length, 1)
    t.equal(await storage.noteContact(77, aRevision()), false)
  })
  t.test('each filter finds its households, and pages follow the doors', async t => {
    const storage = await open()
    t.teardown(() => storage.close())
    const ids = await add(
      storage,
      aHousehold('1102', {}, { tenure: 'rent' }),
      aHousehold('1101', {}, { grid: 'g1' }),
      aHousehold(
        '1103',
        { revision: aRevision({ outcome: null, how: 'import' }) },
        { building: '10', addressKey: '00010-00002-01103' }
      ),
      aHousehold('1101', {}, { site: 2, community: 'c2' })
    )
    const [a, b, c, d] = ids
    const cases: readonly [Partial<HouseholdFilter>, unknown[]][] = [
      [{}, [b, a, c, d]],
      [{ community: 'c2' }, [d]],
      [{ site: 1, building: '10' }, [c]],
      [{ tenure: 'rent' }, [a]],
      [{ grid: 'g1' }, [b]],
      [{ outcome: 'never' }, [c]],
      [{ outcome: 'reached', community: 'c1' }, [b, a]],
      [{ limit: 2 }, [b, a]],
      [{ tokens: ['room 1103', 'room nowhere'] }, [c]],
      [{ tokens: [] }, []],
      [{ after: { site: 1, addressKey: '00009-00002-01102' } }, [c, d]]
    ]
    for (const [filter, expected] of cases) {
      const rows = await storage.households({ community: null, limit: 10, ...filter })
      t.same(
        rows.map(({ id }) => id),
        expected,
        JSON.stringify(filter)
      )
    }
    t.same((await storage.householdsById([...ids, 99])).length, 4)
  })
  withStorage(t, open, 'two thousand households are one step', async (t, storage) => {
    const many = Array.from({ length: 2_000 }, (_, index) =>
      aHousehold(String(10_000 + index), { members: [aMember(`n${index}`)] })
    )
    const ids = await add(storage, ...many)
    t.equal(new Set(ids).size, 2_000)
    t.same(await found(storage, 'c1/n1999'), [ids[1_999]])
    t.equal((await storage.membersOf(ids.slice(0, 500))).length, 500)
  })
  withStorage(t, open, 'a grid is changed under its id; its name is unique in the community', async (t, storage) => {
    const grid = { id: 'g1', community: 'c1', name: '一网格', worker: null }
    t.equal(await storage.putGrid(grid), true)
    t.equal(await storage.putGrid({ ...grid, id: 'g2' }), false)
    t.equal(await storage.putGrid({ ...grid, id: 'g3', community: 'c2' }), true)
    t.equal(await storage.putGrid({ ...grid, worker: 'a1' }), true)
    t.same(
      (await storage.grids()).map(({ worker }) => worker),
      ['a1', null]
    )
  })
  withStorage(t, open, 'a division code names a community for a time and may come again', async (t, storage) => {
    const division = { community: 'c1', code: '370171001020', name: '凤凰国际', from: '2020-01-01', to: '2023-01-01' }
    t.equal(await storage.addDivision(division), true)
    t.equal(await storage.addDivision({ ...division, community: 'c2' }), false)
    t.equal(await storage.addDivision({ ...division, from: '2024-01-01', to: null }), true)
    t.same((await storage.divisions())[0], division)
  })
}
