import { join } from 'node:path'
import t from 'tap'
import { asStaff, PASSWORD, signedIn, startService } from '../../support/service.ts'
import { aMember, aSheet } from '../../support/sheets.ts'

t.test('a grid worker’s changes meet the office’s', async t => {
  const service = await startService(join(t.testdir(), 'service'))
  t.teardown(service.close)
  const { app, communities } = service
  const admin = asStaff(app, await signedIn(app, 'admin'))
  const office = asStaff(app, await signedIn(app, 'worker1'))
  const account = {
    username: 'grid-a',
    displayName: '网格员甲',
    role: 'grid-worker',
    community: communities[0],
    password: PASSWORD
  }
  const { id: worker } = (await admin('POST', '/api/v1/accounts', account)).body
  const grid = (await office('POST', '/api/v1/register/grids', { community: communities[0], name: '一', worker })).body.id
  const phone = asStaff(app, await signedIn(app, 'grid-a'))
  const members = [
    aMember({ phone: '13800138000' }),
    aMember({ name: '陈太太', document: null, phone: null, relation: 'spouse' })
  ]
  const home = (await office('POST', '/api/v1/register/households', aSheet({ grid, members }))).body.id
  const elsewhere = (await office('POST', '/api/v1/register/households', aSheet({ room: '9', members: [] }))).body.id
  const { sheet } = (await phone('GET', '/api/v1/field/households')).body.doors[0]
  const [head, wife] = sheet.members
  const known = [`/members/${head.person}`, `/members/${wife.person}`]
  const send = async (id: string, edits: object[], change: object = {}) => {
    const body = { id, household: home, version: sheet.version, known, edits, how: 'door', at: 1, ...change }
    return (await phone('POST', '/api/v1/field/deliveries', { attempts: [], changes: [body] })).body.results[0]
  }
  const stored = async () => (await office('GET', `/api/v1/register/households/${home}`)).body

  await t.test('the phone is given no document number', async t => {
    t.match(head.document, { shown: '37**************1X', mark: /^[\w-]{8}$/ })
    t.notMatch(JSON.stringify(sheet), /37010119900307001X/)
  })
  await t.test('fields that the office left alone are taken, and its own changes stay', async t => {
    const now = await stored()
    const change = { ...now.members[0], phone: '13900139000' }
    for (const key of ['birthYear', 'elsewhere']) delete change[key]
    const other = { ...now.members[1] }
    for (const key of ['birthYear', 'elsewhere']) delete other[key]
    const put = aSheet({ grid, members: [change, other] })
    t.equal((await office('PUT', `/api/v1/register/households/${home}`, { ...put, version: now.version })).status, 200)
    const edits = [
      { path: '/tenure', before: 'own', after: 'rent' },
      { path: `/members/${wife.person}/needs`, before: null, after: 'pregnant' },
      { path: '/members/+n1/name', before: null, after: '陈小宝' },
      { path: '/members/+n1/relation', before: null, after: 'child' }
    ]
    t.match(await send('c1', edits), { result: 'kept', sheet: { tenure: 'rent' } })
    t.match(await stored(), {
      tenure: 'rent',
      members: [
        { phone: '13900139000', document: { number: '37010119900307001X' } },
        { needs: ['pregnant'] },
        { name: '陈小宝' }
      ],
      verified: { how: 'door', by: '网格员甲' }
    })
    const { version } = await stored()
    t.match(await send('c1', edits), { result: 'kept' }, 'delivered again')
    t.equal((await stored()).version, version)
    t.equal((await stored()).members.length, 3)
  })
  await t.test(
    'a field that the office changed meanwhile is shown with both values, and nothing of the sheet is stored',
    async t => {
      const edits = [
        { path: `/members/${head.person}/phone`, before: '13800138000', after: '13700137000' },
        { path: '/note', before: null, after: '下午在家' }
      ]
      t.match(await send('c2', edits), {
        result: 'conflict',
        conflicts: [{ before: '13800138000', after: '13700137000', theirs: '13900139000' }],
        sheet: { members: [{ phone: '13900139000' }] }
      })
      t.match(await stored(), { note: null, members: [{ phone: '13900139000' }] })
      const chosen = edits.map(edit => (edit.path === '/note' ? edit : { ...edit, before: '13900139000' }))
      t.match(await send('c2b', chosen), { result: 'kept' }, 'after the worker chose')
      t.match(await stored(), { note: '下午在家', members: [{ phone: '13700137000' }] })
    }
  )
  await t.test('a document is typed in full, stored in full and shown masked', async t => {
    const place = `/members/${wife.person}/document`
    t.match(await send('c3', [{ path: place, before: null, after: '123456' }]), {
      result: 'refused',
      code: 'document-invalid',
      path: place
    })
    t.match(await send('c4', [{ path: place, before: null, after: 'passport KOR M12345678' }]), { result: 'kept' })
    t.match((await stored()).members[1].document, { type: 'passport', country: 'KOR', number: 'M12345678' })
    const guess = { path: `/members/${head.person}/document`, before: 'citizen-id CHN 37**************1X aaaaaaaa', after: null }
    t.match(await send('c5', [guess]), { result: 'conflict' }, 'who has not seen this very number does not change it')
  })
  await t.test('what is no field, no word, no phone is refused, by the name that the phone knows', async t => {
    t.match(await send('c6', [{ path: '/grid', before: null, after: 'x' }]), { result: 'refused', path: '/grid' })
    t.match(await send('c7', [{ path: '/tenure', before: 'rent', after: 'castle' }]), {
      result: 'refused',
      code: 'invalid-field'
    })
    const place = `/members/${head.person}/phone`
    t.match(await send('c8', [{ path: place, before: '13700137000', after: '12' }]), {
      result: 'refused',
      code: 'phone-invalid',
      path: place
    })
  })
  await t.test('a household of somebody else’s is neither changed nor shown', async t => {
    const edits = [{ path: '/note', before: null, after: 'x' }]
    const answer = await send('c9', edits, { household: elsewhere })
    t.match(answer, { result: 'not-yours', sheet: null })
    const visit = {
      id: 't1',
      household: elsewhere,
      round: null,
      at: 1,
      way: 'door',
      outcome: 'refused',
      nextAt: null,
      note: null
    }
    t.match((await phone('POST', '/api/v1/field/deliveries', { attempts: [visit], changes: [] })).body.results, [
      { result: 'not-yours' }
    ])
    t.match((await office('GET', `/api/v1/register/households/${elsewhere}`)).body, { version: 1, note: null })
  })
})
