import { join } from 'node:path'
import t from 'tap'
import type { MassChoice } from '../../../server/ports/mass-issue-storage.ts'
import { choose } from '../../../server/domain/mass-issue/choose.ts'
import { runMassIssue } from '../../../server/domain/mass-issue/run.ts'
import { serialSpreader } from '../../../server/domain/serials.ts'
import { addressKey } from '../../../shared/register/address.ts'
import { asStaff, signedIn, startService } from '../../support/service.ts'
import { aMember, aSheet } from '../../support/sheets.ts'

const MASS = '/api/v1/mass-issues'
const SHEETS = '/api/v1/register/households'
const DOCUMENTS = ['37010119900101003X', '370101199001010021'] as const
/** More than are read at a time. */
const BETWEEN = 600

t.test('who gets a pass of a mass issue, and in whose name', async t => {
  const service = await startService(join(t.testdir(), 'service'))
  t.teardown(service.close)
  const { app, ctx, communities } = service
  const community = communities[0] as string
  const worker = asStaff(app, await signedIn(app, 'worker1'))
  const issue = async (filter: object) => {
    const { id } = (await worker('POST', MASS, filter)).body
    await Promise.all(app.massIssues)
    return (await worker('GET', `${MASS}/${id}`)).body
  }
  const empty = (room: number) => {
    const address = { building: '5', unit: '', room: String(room) }
    return {
      fields: {
        site: 1,
        community,
        ...address,
        addressKey: addressKey(address),
        tenure: 'vacant' as const,
        grid: null,
        body: ''
      },
      ...{ members: [], vehicles: [], tokens: [] },
      revision: { at: 1, actor: 'x', actorName: 'x', how: 'import' as const, outcome: null, changes: null }
    }
  }

  t.test('a person of two households far apart gets one pass, as the preview counts', async t => {
    const filter = { kind: 'person', community, hours: 336 }
    await worker('POST', SHEETS, aSheet({ building: '9' }))
    await ctx.storage.addHouseholds(Array.from({ length: BETWEEN }, (_, room) => empty(room + 1)))
    const wife = aMember({ name: '王芳', document: null, relation: 'spouse' })
    t.equal((await worker('POST', SHEETS, aSheet({ building: '1', members: [aMember(), wife] }))).status, 201)
    t.match((await worker('POST', `${MASS}/preview`, filter)).body, { total: 2, excluded: [] })
    t.match(await issue(filter), { state: 'done', total: 2, issued: 2, skipped: [] })
    t.equal((await worker('GET', '/api/v1/passes?kind=person')).body.items.length, 2)
    t.match((await worker('POST', `${MASS}/preview`, filter)).body, { total: 0, excluded: [{ reason: 'has-pass', count: 2 }] })
    t.match((await worker('POST', `${MASS}/preview`, { ...filter, building: '1' })).body, {
      excluded: [{ reason: 'has-pass', count: 2 }]
    })
  })

  t.test('two issues of the same choice give each one pass: who got one while the second waited is left out', async t => {
    const members = [aMember({ name: '吴一', document: { number: DOCUMENTS[0] } }), aMember({ name: '吴二', document: null })]
    const vehicles = [{ plate: '鲁A60001', note: null }]
    const { body: sheet } = await worker('POST', SHEETS, aSheet({ building: '60', members, vehicles }))
    const [first, second] = sheet.members.map(({ person }: { person: number }) => person)
    const choice = { household: sheet.id, person: null, vehicle: null, replaces: null }
    const by = { createdBy: 'x', createdByName: '某', createdAt: 1, approvedBy: null, approvedByName: null, updatedAt: 1 }
    const waiting = async (id: string, kind: 'person' | 'vehicle', choices: MassChoice[]) => {
      const filter = { kind, community, building: '60', hours: 24 }
      const row = { id, community, filter, state: 'paused' as const, total: choices.length, next: 0, issued: 0, ...by }
      await ctx.storage.addMassIssue(row, choices)
      t.match(await issue(filter), { state: 'done', issued: choices.length })
      await worker('POST', `${MASS}/${id}/state`, { action: 'resume' })
      await Promise.all(app.massIssues)
      return (await worker('GET', `${MASS}/${id}`)).body
    }
    const people = [
      { ...choice, person: first },
      { ...choice, person: second }
    ]
    t.match(await waiting('p', 'person', people), { state: 'done', issued: 0, skipped: [{ reason: 'has-pass', count: 2 }] })
    const [{ id: vehicle } = { id: 0 }] = await ctx.storage.vehiclesOf([sheet.id])
    const cars = await waiting('v', 'vehicle', [{ ...choice, vehicle }])
    t.match(cars, { state: 'done', issued: 0, skipped: [{ reason: 'has-pass', count: 1 }] })
  })

  t.test('a car’s pass carries the householder’s name, and none where there is no householder', async t => {
    const car = (plate: string) => ({ plate, note: null })
    const head = aMember({ name: '李大山', document: null, phone: null })
    const child = aMember({ name: '李小山', document: null, phone: null, relation: 'child' })
    await worker('POST', SHEETS, aSheet({ building: '70', members: [child, head], vehicles: [car('鲁A70001')] }))
    await worker('POST', SHEETS, aSheet({ building: '71', members: [child], vehicles: [car('鲁A71001')] }))
    t.match(await issue({ kind: 'vehicle', community, hours: 24 }), { state: 'done', issued: 2 })
    const { items } = (await worker('GET', '/api/v1/passes?kind=vehicle')).body
    const names: Record<string, string | null> = {}
    for (const { serial, label } of items) names[label] = (await worker('GET', `/api/v1/passes/${serial}`)).body.name
    t.match(names, { 鲁A70001: '李大山', 鲁A71001: null })
  })

  t.test('a pass that two households have in common is renewed once; each household’s own is its own', async t => {
    const document = { number: DOCUMENTS[1] }
    const shared = aMember({ name: '周全', document })
    await worker('POST', SHEETS, aSheet({ building: '80', members: [shared] }))
    await worker('POST', SHEETS, aSheet({ building: '81', members: [shared] }))
    const atDesk = { kind: 'household', name: '周全', document: DOCUMENTS[1], site: 1, hours: 24 }
    t.equal((await worker('POST', '/api/v1/passes', atDesk)).status, 201)
    const wave = { kind: 'household', community, building: '80', hours: 336, renewWithinHours: 24 }
    t.match((await worker('POST', `${MASS}/preview`, { ...wave, building: '81' })).body, { renewals: 1 })
    const both: string[] = []
    for (const building of ['80', '81']) {
      const issue = await service.ctx.storage.massIssue((await worker('POST', MASS, { ...wave, building })).body.id)
      both.push(issue?.id ?? '')
    }
    await Promise.all(app.massIssues)
    const [first, second] = await Promise.all(both.map(async id => (await worker('GET', `${MASS}/${id}`)).body))
    t.match(first, { state: 'done', issued: 1 })
    t.match(second, { state: 'done', issued: 0, skipped: [{ reason: 'has-pass', count: 1 }] })
    t.match((await worker('POST', `${MASS}/preview`, { ...wave, building: '81', renewWithinHours: 1 })).body, {
      total: 1,
      renewals: 0
    })
  })

  t.test('of many issues that run at the same moment for the same people, homes and cars, each gets one pass', async t => {
    for (let room = 1; room <= 40; room++) {
      const members = [
        aMember({ name: '钱一', document: null, phone: null }),
        aMember({ name: '钱二', document: null, phone: null })
      ]
      const vehicles = [{ plate: `鲁A9${String(room).padStart(4, '0')}`, note: null }]
      await worker('POST', SHEETS, aSheet({ building: '90', room: String(room), members, vehicles }))
    }
    for (const [kind, count] of [
      ['person', 80],
      ['household', 40],
      ['vehicle', 40]
    ] as const) {
      const filter = { kind, community, building: '90', hours: 24 }
      const { choices } = await choose(ctx, filter)
      const by = { createdBy: 'x', createdByName: '某', createdAt: 1, approvedBy: null, approvedByName: null, updatedAt: 1 }
      const ids = Array.from({ length: 8 }, (_, at) => `${kind}-${at}`)
      for (const id of ids)
        await ctx.storage.addMassIssue(
          { id, community, filter, state: 'running', total: choices.length, next: 0, issued: 0, ...by },
          choices
        )
      // Each by two runners, as two servers do.
      await Promise.all([...ids, ...ids].map(id => runMassIssue(ctx, serialSpreader(ctx.signer), id)))
      const issues = await Promise.all(ids.map(id => ctx.storage.massIssue(id)))
      t.ok(
        issues.every(issue => issue?.state === 'done'),
        'all are done'
      )
      t.equal(
        issues.reduce((sum, issue) => sum + (issue?.issued ?? 0), 0),
        count,
        kind
      )
      t.match((await worker('POST', `${MASS}/preview`, filter)).body, { total: 0, excluded: [{ reason: 'has-pass', count }] })
    }
  })
})
