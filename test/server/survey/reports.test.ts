import { join } from 'node:path'
import t from 'tap'
import { asStaff, signedIn, startService } from '../../support/service.ts'
import { aMember, aSheet } from '../../support/sheets.ts'

const member = (change: object) => ({
  ...{ gone: false, name: null, sex: null, relation: null, document: null },
  ...{ phone: null, nationality: null, needs: null, arrival: null },
  ...change
})
const report = (change: object) => ({
  ...{ members: [], plates: [], tenure: null, note: null, callback: null, language: 'ko' },
  ...change
})

t.test('a household reports itself by its link', async t => {
  const service = await startService(join(t.testdir(), 'service'))
  t.teardown(service.close)
  const { app, communities, clock } = service
  const office = asStaff(app, await signedIn(app, 'worker1'))
  const members = [
    aMember({ phone: '13800138000' }),
    aMember({ name: '陈太太', document: null, phone: null, relation: 'spouse' })
  ]
  const home = (await office('POST', '/api/v1/register/households', aSheet({ members }))).body
  const empty = (await office('POST', '/api/v1/register/households', aSheet({ room: '7', members: [] }))).body
  const scope = { community: communities[0] }
  const round = (
    await office('POST', '/api/v1/surveys', { name: '一', from: '2026-11-24', to: '2026-11-25', scope, even: false })
  ).body.id
  const url = `/api/v1/surveys/${round}/households/${home.id}`
  const secretOf = async (): Promise<string> => (await office('GET', url)).body.link.split('.').at(-1)
  let secret = await secretOf()
  const open = async (path: 'read' | 'send', change: object = {}) => {
    const payload = { round, household: home.id, secret, ...change }
    const answer = await app.inject({ method: 'POST', url: `/api/v1/my-household/${path}`, payload })
    return { status: answer.statusCode, body: answer.json(), text: answer.body }
  }

  await t.test('a link opens its own door, and a wrong one is the same for every household', async t => {
    t.equal((await open('read', { secret: 'x'.repeat(22) })).body.code, 'link-invalid')
    t.equal((await open('read', { household: empty.id })).body.code, 'link-invalid')
    t.equal((await open('read', { household: 99_999 })).body.code, 'link-invalid')
    t.equal((await open('read', { round: 'none' })).body.code, 'link-invalid')
  })
  await t.test('by the link alone nobody learns who lives there, not even how many', async t => {
    const page = await open('read')
    t.match(page.body, { address: '9-2-1103', state: null, home: null, tries: 5 })
    t.notMatch(page.text, /陈|138|3701|太太/)
    const other = await app.inject({
      method: 'POST',
      url: '/api/v1/my-household/read',
      payload: {
        ...{ round, household: empty.id },
        secret: (await office('GET', `/api/v1/surveys/${round}/households/${empty.id}`)).body.link.split('.').at(-1)
      }
    })
    t.same({ ...other.json(), address: '' }, { ...page.body, address: '' }, 'an empty flat looks the same')
  })
  await t.test('who knows the end of a number sees masked data; five wrong guesses end that', async t => {
    const page = await open('read', { knows: '8000' })
    t.match(page.body.home.members, [{ name: '陈*明', phone: '138*****000', document: '37**************1X' }, { name: '陈*太' }])
    t.notMatch(page.text, /13800138000|37010119900307001X|陈小明/)
    t.ok((await open('read', { knows: '001x' })).body.home, 'the end of a document as well')
    for (let guess = 0; guess < 5; guess++) t.equal((await open('read', { knows: `11${guess}1` })).body.home, null)
    t.match((await open('read', { knows: '8000' })).body, { home: null, tries: 0 })
    await office('POST', `${url}/link`, {})
    t.equal((await open('read')).body.code, 'link-invalid', 'the old link is dead')
    secret = await secretOf()
    t.ok((await open('read', { knows: '8000' })).body.home)
  })
  await t.test('a report is checked like a sheet, and names people only after the proof', async t => {
    const [head, wife] = home.members
    const about = (change: object) => report({ members: [member(change)] })
    t.match((await open('send', { report: about({ person: head.person }) })).body, { path: '/report/members/0/person' })
    t.match((await open('send', { report: about({}) })).body, { code: 'name-invalid', path: '/report/members/0/name' })
    t.match((await open('send', { report: about({ name: '甲', phone: '1' }) })).body, { code: 'phone-invalid' })
    t.match((await open('send', { report: report({ plates: ['京'.repeat(20)] }) })).body, { code: 'plate-invalid' })
    const changes = [
      member({ person: head.person, phone: '139 0013 9000' }),
      member({ person: wife.person, gone: true }),
      member({ name: '김민준', document: { type: 'passport', country: 'KOR', number: 'M12345678' }, nationality: 'KOR' })
    ]
    const sent = await open('send', {
      knows: '8000',
      report: report({ members: changes, plates: ['鲁A 12345'], note: '저녁에만 있습니다' })
    })
    t.match(sent.body, { state: 'submitted' })
    t.notMatch(sent.text, /139|김민준/, 'what was sent is not read again by the link')
    t.equal((await office('GET', `/api/v1/register/households/${home.id}`)).body.version, 1, 'the register is as before')
  })
  const view = async () => (await office('GET', `${url}/report`)).body
  await t.test('staff see what differs, ask back, and the question waits at the link', async t => {
    const seen = await view()
    t.match(
      seen.differences.map(({ kind, who }: { kind: string; who: string }) => `${kind} ${who}`),
      ['changed 陈小明', 'gone 陈太太', 'new 김민준', 'new null']
    )
    t.match(seen, { state: 'submitted', proved: true, language: 'ko', note: '저녁에만 있습니다' })
    t.match(seen.differences[0].fields, [{ field: 'phone', before: '13800138000', after: '13900139000' }])
    t.equal((await office('GET', `/api/v1/surveys/${round}`)).body.toReview, 1)
    t.equal((await office('POST', `${url}/report/ask`, { version: 9, question: '几口人？' })).body.code, 'version-conflict')
    await office('POST', `${url}/report/ask`, { version: seen.version, question: '几口人？' })
    t.match((await open('read')).body, { state: 'asked', question: '几口人？' })
  })
  await t.test('what staff accept becomes a revision of the household’s own, the rest is put aside', async t => {
    const seen = await view()
    const accept = [seen.differences[0].key, seen.differences[2].key]
    const body = { version: seen.version, sheetVersion: seen.sheetVersion, accept }
    t.equal((await office('POST', `${url}/report/settle`, { ...body, sheetVersion: 7 })).body.code, 'version-conflict')
    t.match((await office('POST', `${url}/report/settle`, body)).body, { state: 'settled', settledBy: '工作者1' })
    const sheet = (await office('GET', `/api/v1/register/households/${home.id}`)).body
    t.match(sheet.members, [{ phone: '13900139000' }, { name: '陈太太' }, { name: '김민준', document: { country: 'KOR' } }])
    t.match(sheet.verified, { how: 'self', outcome: 'reached' })
    t.match((await office('GET', `/api/v1/surveys/${round}/coverage`)).body.tally, { self: 1, open: 1 })
    t.equal((await office('POST', `${url}/report/settle`, body)).body.code, 'version-conflict')
  })
  await t.test('without the proof people are found by document and name, and nobody is taken off by not being named', async t => {
    await open('send', { report: report({ members: [member({ name: '陈小明', phone: '13700137000' })] }) })
    const seen = await view()
    t.match(seen, { proved: false, state: 'submitted' })
    t.match(
      seen.differences.map(({ kind, who }: { kind: string; who: string }) => `${kind} ${who}`),
      ['changed 陈小明', 'missing 陈太太', 'missing 김민준']
    )
    t.match((await office('POST', `${url}/report/settle`, { ...seen, accept: [] })).status, 400, 'only the three fields')
    const { version, sheetVersion } = seen
    t.match((await office('POST', `${url}/report/settle`, { version, sheetVersion, accept: [] })).body, { state: 'settled' })
    t.equal((await office('GET', `/api/v1/register/households/${home.id}`)).body.members.length, 3)
  })
  await t.test('a link ends with the round’s last day, and when it is closed', async t => {
    clock.now += 2 * 86_400_000
    t.equal((await open('read')).body.code, 'round-closed')
    t.equal((await open('send', { report: report({}) })).body.code, 'round-closed')
  })
})
