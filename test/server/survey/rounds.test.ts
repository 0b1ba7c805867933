import { join } from 'node:path'
import t from 'tap'
import { asStaff, NOW, PASSWORD, signedIn, startService } from '../../support/service.ts'
import { aMember, aSheet } from '../../support/sheets.ts'

const DAY = 86_400_000

t.test('a round, from the list to the frozen figures', async t => {
  const service = await startService(join(t.testdir(), 'service'))
  t.teardown(service.close)
  const { app, communities, clock } = service
  const admin = asStaff(app, await signedIn(app, 'admin'))
  const office = asStaff(app, await signedIn(app, 'worker1'))
  const other = asStaff(app, await signedIn(app, 'worker2'))
  const gridWorkers: string[] = []
  for (const name of ['grid-a', 'grid-b']) {
    const body = { username: name, displayName: name, role: 'grid-worker', community: communities[0], password: PASSWORD }
    gridWorkers.push((await admin('POST', '/api/v1/accounts', body)).body.id)
  }
  const [anna, bert] = gridWorkers
  const a = asStaff(app, await signedIn(app, 'grid-a'))
  const b = asStaff(app, await signedIn(app, 'grid-b'))
  const grid = (await office('POST', '/api/v1/register/grids', { community: communities[0], name: '一网格', worker: anna })).body
  t.equal((await office('POST', '/api/v1/register/grids', { community: communities[0], name: '二', worker: 'x' })).status, 404)
  const homes: number[] = []
  for (const [room, own] of [
    ['101', true],
    ['102', true],
    ['201', false],
    ['202', false]
  ] as const) {
    const members = [aMember({ name: `住户${room}`, document: null, phone: '13800138000' })]
    const sheet = aSheet({ room, members, grid: own ? grid.id : null })
    homes.push((await office('POST', '/api/v1/register/households', sheet)).body.id)
  }
  const body = { name: '第一轮', from: '2026-11-24', to: '2026-11-26', scope: { community: communities[0] }, even: false }
  const attempt = (id: string, change: object) => ({
    id,
    at: clock.now,
    way: 'door',
    outcome: 'no-answer',
    nextAt: null,
    note: null,
    ...change
  })

  await t.test('is refused backwards, for a foreign community, and where nobody lives', async t => {
    t.match((await office('POST', '/api/v1/surveys', { ...body, to: '2026-11-23' })).body, { code: 'invalid-field', path: '/to' })
    t.equal((await other('POST', '/api/v1/surveys', body)).body.code, 'community-unknown')
    const nowhere = { ...body, scope: { ...body.scope, site: 1, building: '77' } }
    t.equal((await office('POST', '/api/v1/surveys', nowhere)).body.code, 'nothing-to-survey')
    t.equal((await office('POST', '/api/v1/surveys', { ...body, scope: { ...body.scope, site: 2 } })).body.code, 'site-unknown')
  })
  const made = await office('POST', '/api/v1/surveys', body)
  const round = made.body.id
  const url = `/api/v1/surveys/${round}`

  await t.test('gives a grid’s doors to its worker and the rest to whoever has fewest', async t => {
    clock.now += 60_000
    t.equal(made.status, 201)
    const lists = new Map(made.body.lists.map((list: { worker: string; tally: object }) => [list.worker, list.tally]))
    t.match(lists.get(anna), { open: 2 })
    t.match(lists.get(bert), { open: 2 })
    t.match(made.body.tally, { open: 4, reached: 0 })
    t.equal((await other('GET', url)).status, 404, 'another community does not learn that it exists')
    t.same((await other('GET', '/api/v1/surveys')).body, [])
  })
  await t.test('each grid worker downloads the own doors and no other, with documents masked', async t => {
    const mine = (await a('GET', '/api/v1/field/households')).body
    t.same(
      mine.doors.map((door: { sheet: { room: string } }) => door.sheet.room),
      ['101', '102']
    )
    t.match(mine.doors[0], { round, standing: 'open', sheet: { members: [{ name: '住户101', phone: '13800138000' }] } })
    const theirs = (await b('GET', '/api/v1/field/households')).raw.toString()
    t.notMatch(theirs, /住户10/)
    for (const path of [
      '/api/v1/register/households',
      `/api/v1/register/households/${homes[2]}`,
      url,
      '/api/v1/passes',
      '/api/v1/entries'
    ])
      t.equal((await a('GET', path)).status, 403, path)
  })
  await t.test('attempts make the standing, whichever order they arrive in, and once however often they arrive', async t => {
    const late = attempt('t2', { at: NOW + 9_000, outcome: 'refused', way: 'phone' })
    const early = attempt('t1', { at: NOW + 1_000, way: 'phone', outcome: 'empty-number', nextAt: NOW + 2_000, note: '号码停用' })
    const send = (attempts: object[]) => b('POST', '/api/v1/field/deliveries', { attempts, changes: [] })
    const to = { household: homes[2], round }
    t.match((await send([{ ...to, ...late }])).body.results, [{ id: 't2', result: 'kept' }])
    t.match(
      (
        await send([
          { ...to, ...early },
          { ...to, ...late }
        ])
      ).body.results,
      [{ result: 'kept' }, { result: 'kept' }]
    )
    const item = (await office('GET', `${url}/households/${homes[2]}`)).body
    t.match(item, {
      standing: 'refused',
      attempts: 2,
      last: { outcome: 'refused' },
      history: [{ id: 't1', note: '号码停用' }, { id: 't2' }]
    })
    const sheet = (await office('GET', `/api/v1/register/households/${homes[2]}`)).body
    t.match(
      sheet.verified,
      { how: 'phone', outcome: 'refused', by: 'grid-b' },
      'the earlier attempt, arriving later, is not the newest'
    )
    t.equal(sheet.version, 3)
  })
  await t.test('the office notes attempts and hands doors on', async t => {
    const done = await office(
      'POST',
      `${url}/households/${homes[0]}/attempts`,
      attempt('o1', { way: 'phone', outcome: 'reached' })
    )
    t.match(done.body, { standing: 'reached', attempts: 1 })
    t.same((await office('POST', `${url}/assign`, { from: anna, to: bert })).body, { moved: 1 }, 'only what is open')
    t.same((await office('POST', `${url}/assign`, { households: [homes[1]], to: anna })).body, { moved: 1 })
    t.equal((await office('POST', `${url}/assign`, { from: anna, to: 'nobody' })).status, 404)
    t.match((await office('GET', `${url}/households?worker=${anna}`)).body.items, { length: 2 })
    t.match((await office('GET', `${url}/households?standing=refused`)).body.items, [{ household: homes[2] }])
  })
  await t.test('a household registered since comes by extending', async t => {
    await office('POST', '/api/v1/register/households', aSheet({ room: '301', members: [] }))
    t.equal((await office('POST', `${url}/extend`, {})).body.tally.open, 3)
    t.equal((await office('POST', `${url}/extend`, {})).body.tally.open, 3)
  })
  await t.test('coverage counts each site, and each door is on the map', async t => {
    const seen = (await office('GET', `${url}/coverage`)).body
    t.match(seen, { state: 'open', tally: { open: 3, reached: 1, refused: 1 }, sites: [{ site: 1 }] })
    t.match(seen.doors[0], { room: '101', standing: 'reached', attempts: 1 })
    t.equal(seen.doors.length, 5)
  })
  await t.test('notes carry a link for each open door, with the secret in the fragment', async t => {
    const { notes } = (await office('GET', `${url}/notes`)).body
    t.equal(notes.length, 3)
    t.match(notes[0].link, /^http:\/\/localhost\/portal\/#home\.[a-z0-9]+\.\d+\.[\w-]{22}$/)
    const before = (await office('GET', `${url}/households/${homes[1]}`)).body.link
    t.not((await office('POST', `${url}/households/${homes[1]}/link`, {})).body.link, before, 'a lost note is replaced')
  })
  await t.test('closing freezes the figures; what comes later is kept and changes none of them', async t => {
    clock.now += DAY
    const closed = (await office('POST', `${url}/close`, {})).body
    t.match(closed, { state: 'closed', closedBy: '工作者1', tally: { open: 3, reached: 1, refused: 1 } })
    t.equal((await office('POST', `${url}/close`, {})).body.code, 'round-closed')
    const late = attempt('late', { outcome: 'reached' })
    t.equal((await office('POST', `${url}/households/${homes[1]}/attempts`, late)).body.code, 'round-closed')
    const delivery = { attempts: [{ household: homes[1], round, ...late }], changes: [] }
    t.match((await a('POST', '/api/v1/field/deliveries', delivery)).body.results, [{ result: 'kept' }])
    t.match((await office('GET', `${url}/coverage`)).body, { state: 'closed', tally: { open: 3, reached: 1 } })
    t.match((await office('GET', `${url}/households/${homes[1]}`)).body, { standing: 'open', history: { length: 1 }, link: null })
    t.match((await office('GET', `/api/v1/register/households/${homes[1]}`)).body.verified, { outcome: 'reached' })
  })
})
