import { join } from 'node:path'
import t from 'tap'
import { beginPrint } from '../../server/domain/print-choice.ts'
import { codesOfPages, noPoppler } from '../support/read-pdf.ts'
import { asStaff, signedIn, startService } from '../support/service.ts'
import { aMember, aSheet } from '../support/sheets.ts'

const SHEETS = '/api/v1/register/households'
const MASS = '/api/v1/mass-issues'

t.test('sheets of cards from a mass issue, a place and a household', async t => {
  const service = await startService(join(t.testdir(), 'service'))
  t.teardown(service.close)
  const { app, ctx, communities } = service
  const community = communities[0] as string
  const worker = asStaff(app, await signedIn(app, 'worker1'))
  const count = async (query: string) => (await worker('GET', `/api/v1/print/count?${query}`)).body
  const printed = async (query: string): Promise<Buffer> => {
    const answer = await worker('GET', `/api/v1/print/cards.pdf?${query}`)
    t.equal(answer.headers['content-type'], 'application/pdf')
    return answer.raw
  }
  const textsOf = async (pdf: Buffer): Promise<string[]> => (await codesOfPages(pdf)).flat().map(({ text }) => text)
  const passes = async (): Promise<{ serial: number; text: string; label: string }[]> =>
    (await ctx.storage.passes({ community, limit: 100, status: 'valid' })).map(({ serial, text, label }) => ({
      serial,
      text,
      label
    }))

  // Doors out of order, as they are written down.
  const ids: Record<string, number> = {}
  for (const [building, room, name, phone] of [
    ['10', '101', '孙一', null],
    ['9', '1102', '李二', '13812345678'],
    ['9', '202', '周三', null]
  ] as const) {
    const members = [aMember({ name, document: null, phone })]
    if (room === '202') members.push(aMember({ name: '周小四', document: null, phone: null, relation: 'child' }))
    ids[room] = (await worker('POST', SHEETS, aSheet({ building, unit: '1', room, members, vehicles: [] }))).body.id
  }
  const issue = (await worker('POST', MASS, { kind: 'person', community, hours: 336 })).body.id
  await Promise.all(app.massIssues)
  const all = await passes()
  const named = (label: string) => all.find(pass => pass.label === label)?.text

  t.test('a mass issue is printed door by door, each code as it was signed', { skip: noPoppler }, async t => {
    t.same(await count(`massIssue=${issue}`), { cards: 4, most: 5000 })
    const pages = await codesOfPages(await printed(`massIssue=${issue}`))
    t.same(
      pages.map(({ length }) => length),
      [3, 0, 1, 0],
      'building 9 and its list before building 10'
    )
    const [first = []] = pages
    t.same(new Set(first.map(({ text }) => text)), new Set(['李*', '周*', '周*四'].map(named)))
    t.equal(pages[2]?.[0]?.text, named('孙*'))
    for (const text of await textsOf(await printed(`massIssue=${issue}&layout=a6&language=en`)))
      t.ok(
        all.some(pass => pass.text === text),
        'on A6, too'
      )
  })

  t.test('a place is narrowed by building and by who has no telephone', { skip: noPoppler }, async t => {
    t.match(await count(`community=${community}`), { cards: 4 })
    t.match(await count(`community=${community}&building=9`), { cards: 3 })
    t.match(await count(`community=${community}&withoutPhone=true`), { cards: 3 })
    t.match(await count(`community=${community}&site=1&building=9&withoutPhone=true`), { cards: 2 })
    t.notOk((await textsOf(await printed(`community=${community}&withoutPhone=true`))).includes(named('李*') as string))
    t.match(await count(`community=${community}&kind=vehicle`), { code: 'nothing-to-print' })
  })

  t.test('a household has one sheet with a code for each member', { skip: noPoppler }, async t => {
    const pages = await codesOfPages(await printed(`household=${ids['202']}`))
    t.equal(pages.length, 1)
    t.same(new Set(pages[0]?.map(({ text }) => text)), new Set(['周*', '周*四'].map(named)))
  })

  t.test('only what is valid is printed', async t => {
    const { serial } = all.find(({ label }) => label === '李*') as { serial: number }
    await worker('POST', `/api/v1/passes/${serial}/status`, { action: 'hold', reason: 'other' })
    t.match(await count(`massIssue=${issue}`), { cards: 3 })
    t.match(await count(`community=${community}&building=9`), { cards: 2 })
    await worker('POST', `/api/v1/passes/${serial}/status`, { action: 'lift' })
    const again = (await worker('POST', `/api/v1/passes/${serial}/reissue`, {})).body
    t.match(await count(`massIssue=${issue}`), { cards: 4 }, 'what a desk printed again takes the old one’s place')
    t.not(again.serial, serial)
  })

  t.test('a wish for everything or nothing, another community’s things and too much are refused', async t => {
    for (const query of ['building=9', `community=${community}&massIssue=${issue}`])
      t.match(await count(query), { code: 'invalid-field' })
    t.match(await count(`community=${communities[1]}`), { code: 'community-unknown' })
    t.match(await count(`community=${community}&site=2`), { code: 'site-unknown' })
    const stranger = asStaff(app, await signedIn(app, 'worker2'))
    for (const query of [`massIssue=${issue}`, `household=${ids['202']}`]) {
      t.match(await stranger('GET', `/api/v1/print/count?${query}`), { status: 404 })
      t.match(await stranger('GET', `/api/v1/print/cards.pdf?${query}`), { status: 404, body: { code: 'not-found' } })
    }
  })

  t.test('who printed what is written down', async t => {
    const rows: Parameters<typeof ctx.storage.audit>[0][] = []
    const audit: typeof ctx.storage.audit = async row => void rows.push(row)
    const staff = { id: 'a7', displayName: '甲', role: 'community-worker', community } as const
    const printed = await beginPrint({ ...ctx, storage: { ...ctx.storage, audit } }, staff, { community, building: '9' })
    t.equal(printed.ok, true)
    const detail = JSON.stringify({ cards: 3, building: '9' })
    t.match(rows, [{ actor: 'a7', action: 'print-cards', object: community, detail }])
  })
})
