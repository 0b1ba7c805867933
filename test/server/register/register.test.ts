import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import type { SheetInput } from '../../../shared/schema/register.ts'
import { asStaff, signedIn, startService } from '../../support/service.ts'
import { aMember, aSheet } from '../../support/sheets.ts'

const SHEETS = '/api/v1/register/households'

t.test('the register over the API', async t => {
  const dir = join(t.testdir(), 'service')
  const service = await startService(dir)
  t.teardown(service.close)
  const { app } = service
  const worker = asStaff(app, await signedIn(app, 'worker1'))
  const neighbour = asStaff(app, await signedIn(app, 'worker2'))
  const admin = asStaff(app, await signedIn(app, 'admin'))
  const find = async (text: string, ask = worker) => (await ask('POST', '/api/v1/register/search', { text })).body

  const wife = aMember({ name: '王芳', document: null, phone: null, relation: 'spouse', sex: 'female', needs: ['pregnant'] })
  const made = await worker(
    'POST',
    SHEETS,
    aSheet({ members: [aMember(), wife], vehicles: [{ plate: '鲁a·d12345', note: null }] })
  )
  const { id } = made.body

  t.test('a sheet comes back as it is kept: normalised, with what the document tells', async t => {
    t.equal(made.status, 201)
    t.match(made.body, {
      ...{ site: 1, building: '9', unit: '2', room: '1103', version: 1, community: service.communities[0] },
      verified: { by: '工作者1', how: 'door', outcome: 'reached' },
      members: [
        { name: '陈小明', sex: 'male', birthYear: 1990, document: { type: 'citizen-id', country: 'CHN' }, elsewhere: 0 },
        { name: '王芳', document: null, needs: ['pregnant'] }
      ],
      vehicles: [{ plate: '鲁AD12345', kind: 'new-energy-small' }]
    })
    t.match((await worker('GET', SHEETS)).body.items, [{ id, people: 2, names: ['陈小明', '王芳'] }])
  })

  t.test('staff find people and doors, whatever they type', async t => {
    for (const text of [
      '陈小明',
      'cxm',
      'chenxiaoming',
      '15412345678',
      '5678',
      '37010119900307001x',
      '9-2-1103',
      '鲁AD12345',
      'wf'
    ])
      t.match((await find(text)).items, [{ household: id, address: '9-2-1103', site: 1 }], text)
    t.same((await find('李四')).items, [])
  })

  t.test('a pass leads to its holder, a car’s to its household', async t => {
    const holder = { kind: 'person', name: '陈小明', document: '37010119900307001X', site: 1, hours: 24 }
    const pass = await worker('POST', '/api/v1/passes', holder)
    t.match((await find(String(pass.body.serial))).items, [{ household: id, name: '陈小明', by: 'serial' }])
    const car = await worker('POST', '/api/v1/passes', { kind: 'vehicle', plate: '鲁AD12345', site: 1, hours: 24 })
    t.match((await find(`#${car.body.serial}`)).items, [{ household: id, person: null, by: 'serial' }])
    t.same((await find(String(pass.body.serial), neighbour)).items, [])
  })

  t.test('another community sees nothing of it', async t => {
    for (const text of ['陈小明', 'cxm', '9-2-1103', '鲁AD12345']) t.same((await find(text, neighbour)).items, [], text)
    for (const path of ['', '/history']) t.equal((await neighbour('GET', `${SHEETS}/${id}${path}`)).status, 404)
    t.equal((await neighbour('PUT', `${SHEETS}/${id}`, { ...aSheet({ site: 2 }), version: 1 })).status, 404)
    t.same((await neighbour('GET', SHEETS)).body.items, [])
    t.equal((await find('cxm', admin)).items.length, 1)
  })

  t.test('a change is told field by field, and found by the new words only', async t => {
    const [chen, wang] = made.body.members as { person: number }[]
    const changed = aSheet({
      tenure: 'rent',
      landlord: { name: '房东', phone: '0531-88001234' },
      members: [
        aMember({ person: chen?.person ?? 0, phone: '15400000001' }),
        { ...wife, person: wang?.person ?? 0, name: '王方' }
      ]
    })
    const answer = await worker('PUT', `${SHEETS}/${id}`, { ...changed, version: 1, how: 'phone' })
    t.match(answer.body, { version: 2, tenure: 'rent', landlord: { phone: '0531-88001234' }, vehicles: [] })
    t.same((await find('15412345678')).items, [])
    t.match((await find('15400000001')).items, [{ household: id }])
    t.same((await find('鲁AD12345')).items, [])
    const { items } = (await worker('GET', `${SHEETS}/${id}/history`)).body
    t.match(items, [
      { version: 2, by: '工作者1', how: 'phone' },
      { version: 1, changes: [] }
    ])
    const paths = items[0].changes.map(({ path, before, after }: Record<string, string>) => [
      path?.replace(/members\/\d+/, 'members/N'),
      before,
      after
    ])
    t.same(paths.sort(), [
      ['/landlord/name', null, '房东'],
      ['/landlord/phone', null, '0531-88001234'],
      ['/members/N/name', '王芳', '王方'],
      ['/members/N/phone', '15412345678', '15400000001'],
      ['/tenure', 'own', 'rent'],
      ['/vehicles/鲁AD12345', '鲁AD12345', null]
    ])
  })

  t.test('a change of a version that is not the newest is refused and changes nothing', async t => {
    const answer = await worker('PUT', `${SHEETS}/${id}`, { ...aSheet({ members: [] }), version: 1 })
    t.match(answer.body, { code: 'version-conflict', status: 409 })
    t.equal((await worker('GET', `${SHEETS}/${id}`)).body.members.length, 2)
  })

  t.test('one person in two households is one person, changed in both', async t => {
    const member = aMember({ phone: null })
    const second = await worker('POST', SHEETS, aSheet({ room: '1', members: [member] }))
    t.match(second.body.members, [{ person: made.body.members[0].person, phone: '15400000001', elsewhere: 1 }])
    t.equal((await find('cxm')).items.length, 2)
    const input = { ...member, person: second.body.members[0].person, phone: '15400000002' }
    await worker('PUT', `${SHEETS}/${second.body.id}`, { ...aSheet({ room: '1', members: [input] }), version: 1 })
    t.match((await worker('GET', `${SHEETS}/${id}`)).body, { version: 3, members: [{ phone: '15400000002' }, {}] })
    t.equal((await find('15400000002')).items.length, 2)
  })

  t.test('two people may share a name, not a document', async t => {
    const twin = await worker(
      'POST',
      SHEETS,
      aSheet({ room: '2', members: [aMember({ document: null }), aMember({ document: null })] })
    )
    t.equal(twin.status, 201)
    t.equal(new Set(twin.body.members.map(({ person }: { person: number }) => person)).size, 2)
  })

  const wrong: readonly [string, Partial<SheetInput>, string, string][] = [
    ['a taken address', {}, 'address-taken', '/room'],
    ['a document of somebody else', { room: '7', members: [aMember({ name: '李四' })] }, 'document-taken', '/members/0/document'],
    ['a document twice', { room: '7', members: [aMember(), aMember()] }, 'document-taken', '/members/1/document'],
    [
      'a wrong check digit',
      { room: '7', members: [aMember({ document: { number: '370101199003070011' } })] },
      'document-invalid',
      '/members/0/document'
    ],
    ['a short phone', { room: '7', members: [aMember({ phone: '123' })] }, 'phone-invalid', '/members/0/phone'],
    ['a masked name', { room: '7', members: [aMember({ name: '陈*明' })] }, 'name-invalid', '/members/0/name'],
    ['a person of another sheet', { room: '7', members: [aMember({ person: 999 })] }, 'not-found', '/members/0/person'],
    [
      'no such day',
      { room: '7', members: [aMember({ arrival: { from: 'hubei', on: '2020-02-30' } })] },
      'invalid-field',
      '/members/0/arrival/on'
    ],
    ['a room that is none', { room: '??' }, 'address-invalid', '/room'],
    ['a site of another community', { site: 2 }, 'site-unknown', '/site'],
    ['a grid that is not there', { room: '7', grid: 'nowhere' }, 'grid-unknown', '/grid'],
    [
      'a plate twice',
      {
        room: '7',
        vehicles: [
          { plate: '鲁A12345', note: null },
          { plate: '鲁a12345', note: null }
        ]
      },
      'plate-taken',
      '/vehicles/1/plate'
    ],
    ['an unknown field', { colour: 'red' } as Partial<SheetInput>, 'invalid-field', '/colour']
  ]
  for (const [what, change, code, path] of wrong) {
    t.test(`${what} is refused with its code and place, and nothing is stored`, async t => {
      const before = (await worker('GET', SHEETS)).body.items.length
      t.match((await worker('POST', SHEETS, aSheet(change))).body, { code, path })
      t.equal((await worker('GET', SHEETS)).body.items.length, before)
    })
  }

  t.test('a plate moves only when the other household gives it up', async t => {
    const vehicles = [{ plate: '鲁A99999', note: null }]
    t.equal((await worker('POST', SHEETS, aSheet({ room: '8', members: [], vehicles }))).status, 201)
    t.match((await worker('POST', SHEETS, aSheet({ room: '9', members: [], vehicles }))).body, { code: 'plate-taken' })
  })

  t.test('a contact without an answer is kept with its outcome', async t => {
    const answer = await worker('POST', `${SHEETS}/${id}/contacts`, { how: 'phone', outcome: 'empty-number', note: '停机' })
    t.match(answer.body, { version: 4, verified: { how: 'phone', outcome: 'empty-number' } })
    t.match((await worker('GET', `${SHEETS}?outcome=empty-number`)).body.items, [{ id }])
  })

  t.test('pages follow the doors without a gap or a double', async t => {
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page = await worker('GET', `${SHEETS}?limit=2${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`)
      seen.push(...page.body.items.map(({ room }: { room: string }) => room))
      cursor = page.body.next
    }
    t.same(seen, ['1', '2', '8', '1103'])
  })

  t.test('a grid has a worker of its community', async t => {
    const [own, foreign] = service.communities
    const accounts = (await admin('GET', '/api/v1/accounts')).body as { id: string; username: string }[]
    const idOf = (name: string) => accounts.find(({ username }) => username === name)?.id
    const grid = await worker('POST', '/api/v1/register/grids', { community: own, name: '一网格', worker: idOf('worker1') })
    t.match(grid, { status: 201, body: { name: '一网格' } })
    t.match((await worker('PATCH', `/api/v1/register/grids/${grid.body.id}`, { worker: idOf('worker2') })).body, {
      code: 'not-found'
    })
    t.match((await worker('POST', '/api/v1/register/grids', { community: foreign, name: 'x', worker: null })).body, {
      code: 'community-unknown'
    })
    t.same((await neighbour('GET', '/api/v1/register/grids')).body, [])
    t.equal((await worker('POST', SHEETS, aSheet({ room: '10', members: [], grid: grid.body.id }))).status, 201)
    t.match((await worker('GET', `${SHEETS}?grid=${grid.body.id}`)).body.items, [{ room: '10' }])
  })

  t.test('households are found by a special need of those who live there, until it is over', async t => {
    const old = aMember({ name: '孤老', document: null, phone: null, needs: ['elder-alone', 'disabled'] })
    const home = (await worker('POST', SHEETS, aSheet({ room: '11', members: [old] }))).body
    const roomsOf = async (ask: typeof worker, need: string): Promise<string[]> =>
      (await ask('GET', `${SHEETS}?need=${need}`)).body.items.map(({ room }: { room: string }) => room)
    t.same(await roomsOf(worker, 'elder-alone'), ['11'])
    t.same(await roomsOf(admin, 'disabled'), ['11'])
    t.same(await roomsOf(neighbour, 'elder-alone'), [], 'another community has words of its own')
    t.equal((await worker('GET', `${SHEETS}?need=elder`)).status, 400)
    const { person } = home.members[0]
    const members = [{ ...old, person, needs: ['disabled' as const] }]
    await worker('PUT', `${SHEETS}/${home.id}`, { ...aSheet({ room: '11', members }), version: home.version })
    t.same([await roomsOf(worker, 'elder-alone'), await roomsOf(worker, 'disabled')], [[], ['11']])
  })

  t.test('a division code has a time', async t => {
    const division = {
      community: service.communities[0],
      code: '370171001020',
      name: '凤凰国际',
      from: '2020-01-01',
      to: '2023-01-01'
    }
    t.equal((await admin('POST', '/api/v1/register/divisions', division)).status, 201)
    t.match((await admin('POST', '/api/v1/register/divisions', { ...division, code: '990000000000' })).body, { path: '/code' })
    t.match((await admin('POST', '/api/v1/register/divisions', { ...division, to: '2019-01-01' })).body, { path: '/to' })
    t.same((await neighbour('GET', '/api/v1/register/divisions')).body, [])
    t.same((await worker('GET', '/api/v1/register/divisions')).body, [division])
  })

  t.test('the files hold no name, number or phone in clear', async t => {
    await service.close()
    const bytes = ['checkpoint.db', 'checkpoint.db-wal'].map(file => {
      try {
        return readFileSync(join(dir, file))
      } catch {
        return Buffer.alloc(0)
      }
    })
    const all = Buffer.concat(bytes)
    t.ok(all.includes(Buffer.from('1103')), 'the door is there')
    for (const secret of ['陈小明', '王芳', '37010119900307001X', '15412345678', '15400000001', '88001234', 'pregnant', '停机'])
      t.notOk(all.includes(Buffer.from(secret)), secret)
  })
})
