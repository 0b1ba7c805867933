import { join } from 'node:path'
import t from 'tap'
import { buildApp } from '../../../server/app.ts'
import { inTheWay, standing } from '../../../server/domain/mass-issue/standing.ts'
import { APPROVAL_FROM } from '../../../server/domain/mass-issue/manage.ts'
import { runMassIssue } from '../../../server/domain/mass-issue/run.ts'
import { serialSpreader } from '../../../server/domain/serials.ts'
import { asStaff, signedIn, startService } from '../../support/service.ts'
import { aMember, aSheet } from '../../support/sheets.ts'

const MASS = '/api/v1/mass-issues'
const SHEETS = '/api/v1/register/households'

t.test('passes by the thousand over the API', async t => {
  const service = await startService(join(t.testdir(), 'service'))
  t.teardown(service.close)
  const { app, ctx, communities } = service
  const worker = asStaff(app, await signedIn(app, 'worker1'))
  const community = communities[0]
  const filter = { kind: 'person', community, hours: 336 }
  const ended = async (id: string) => {
    await Promise.all(app.massIssues)
    return (await worker('GET', `${MASS}/${id}`)).body
  }
  const passes = async () => (await worker('GET', '/api/v1/passes?limit=200')).body.items as { label: string; serial: number }[]

  const people = [aMember(), aMember({ name: '王芳', document: null }), aMember({ name: '王芳', document: null })]
  await worker('POST', SHEETS, aSheet({ members: people, vehicles: [{ plate: '鲁A12345', note: null }] }))
  await worker('POST', SHEETS, aSheet({ room: '1104', members: [aMember()] }))
  await worker('POST', SHEETS, aSheet({ room: '1105', building: '10', members: [], tenure: 'vacant' }))

  t.test('a preview counts who would get a pass and tells who would not, and issues nothing', async t => {
    t.same((await worker('POST', `${MASS}/preview`, filter)).body, { total: 3, renewals: 0, excluded: [], needsApproval: false })
    t.match((await worker('POST', `${MASS}/preview`, { ...filter, kind: 'household' })).body, {
      total: 2,
      excluded: [{ reason: 'nobody', count: 1 }]
    })
    t.match((await worker('POST', `${MASS}/preview`, { ...filter, building: '10' })).body, { total: 0 })
    t.same(await passes(), [])
  })

  t.test('a small issue runs at once: a pass each, also for who shares a name and for who lives in two households', async t => {
    const made = await worker('POST', MASS, filter)
    t.match(made, { status: 201, body: { total: 3, createdBy: '工作者1' } })
    t.match(await ended(made.body.id), { state: 'done', issued: 3, skipped: [] })
    t.same((await passes()).map(({ label }) => label).sort(), ['王*', '王*', '陈*明'])
    const again = await worker('POST', `${MASS}/preview`, filter)
    t.match(again.body, { total: 0, excluded: [{ reason: 'has-pass', count: 3 }] })
    t.match((await worker('POST', MASS, filter)).body, { code: 'nothing-to-issue' })
  })

  t.test('cars get theirs by plate', async t => {
    const made = await worker('POST', MASS, { ...filter, kind: 'vehicle' })
    t.match(await ended(made.body.id), { issued: 1 })
    t.match((await worker('POST', `${MASS}/preview`, { ...filter, kind: 'vehicle' })).body, { total: 0 })
  })

  t.test('a renewal supersedes what ends soon, and leaves a held pass alone', async t => {
    service.clock.now += 330 * 3_600_000
    const fresh = asStaff(app, await signedIn(app, 'worker1'))
    const [chen, wang] = (await fresh('GET', '/api/v1/passes?kind=person')).body.items.sort(
      (a: { label: string }, b: { label: string }) => (a.label > b.label ? -1 : 1)
    )
    await fresh('POST', `/api/v1/passes/${wang.serial}/status`, { action: 'hold', reason: 'other' })
    const wave = { ...filter, renewWithinHours: 24 }
    t.match((await fresh('POST', `${MASS}/preview`, wave)).body, {
      total: 2,
      renewals: 2,
      excluded: [{ reason: 'held', count: 1 }]
    })
    const made = await fresh('POST', MASS, wave)
    await Promise.all(app.massIssues)
    t.match((await fresh('GET', `${MASS}/${made.body.id}`)).body, { state: 'done', issued: 2 })
    const old = (await fresh('GET', `/api/v1/passes/${chen.serial}`)).body
    t.match(old, { status: 'superseded', history: [{}, { action: 'supersede' }] })
    t.match((await fresh('GET', `/api/v1/passes/${old.replacedBy}`)).body, { status: 'valid', replaces: chen.serial })
    t.match((await fresh('GET', `/api/v1/passes/${wang.serial}`)).body, { status: 'held', replacedBy: null })
  })

  t.test('from the limit on a second person has to approve; nobody else’s community can', async t => {
    for (let floor = 0; floor < APPROVAL_FROM / 10; floor++) {
      const members = Array.from({ length: 10 }, () => aMember({ name: '张三', document: null, phone: null }))
      const cookie = asStaff(app, await signedIn(app, 'worker1'))
      t.equal((await cookie('POST', SHEETS, aSheet({ building: '20', room: String(floor + 1), members }))).status, 201)
    }
    const asker = asStaff(app, await signedIn(app, 'worker1'))
    const other = asStaff(app, await signedIn(app, 'admin'))
    const stranger = asStaff(app, await signedIn(app, 'worker2'))
    const made = await asker('POST', MASS, { ...filter, building: '20' })
    const path = `${MASS}/${made.body.id}/state`
    t.match(made.body, { state: 'awaiting-approval', total: APPROVAL_FROM, issued: 0, mayApprove: false })
    t.match((await asker('POST', path, { action: 'approve' })).body, { code: 'second-person-needed' })
    t.equal((await stranger('POST', path, { action: 'approve' })).status, 404)
    t.match((await asker('POST', path, { action: 'pause' })).body, { code: 'status-conflict' })
    t.match((await other('GET', `${MASS}/${made.body.id}`)).body, { mayApprove: true })
    t.match((await other('POST', path, { action: 'approve' })).body, { approvedBy: '管理员' })
    // Others who run the same issue beside it add nothing.
    const serialOf = serialSpreader(ctx.signer)
    await Promise.all([1, 2, 3].map(() => runMassIssue(ctx, serialOf, made.body.id)))
    await Promise.all(app.massIssues)
    t.match((await asker('GET', `${MASS}/${made.body.id}`)).body, { state: 'done', issued: APPROVAL_FROM })
    t.match((await asker('POST', `${MASS}/preview`, { ...filter, building: '20' })).body, {
      total: 0,
      excluded: [{ reason: 'has-pass', count: APPROVAL_FROM }]
    })
  })

  t.test('a paused issue stands still until it is resumed, a cancelled one for ever; who left is skipped', async t => {
    const asker = asStaff(app, await signedIn(app, 'worker1'))
    const members = [aMember({ name: '李一', document: null }), aMember({ name: '李二', document: null })]
    const sheet = (await asker('POST', SHEETS, aSheet({ building: '30', members }))).body
    const row = { community, filter: { kind: 'person' as const, community, hours: 24 }, total: 2, next: 0, issued: 0 }
    const by = { createdBy: 'x', createdByName: '某', createdAt: 1, approvedBy: null, approvedByName: null, updatedAt: 1 }
    const choices = sheet.members.map(({ person }: { person: number }) => ({
      household: sheet.id,
      person,
      vehicle: null,
      replaces: null
    }))
    for (const id of ['paused', 'cancelled']) await ctx.storage.addMassIssue({ id, state: 'paused', ...row, ...by }, choices)
    await runMassIssue(ctx, serialSpreader(ctx.signer), 'paused')
    t.match((await asker('GET', `${MASS}/paused`)).body, { state: 'paused', issued: 0 })
    const stays = { ...members[0], person: sheet.members[0].person }
    await asker('PUT', `${SHEETS}/${sheet.id}`, { ...aSheet({ building: '30', members: [stays as never] }), version: 1 })
    await asker('POST', `${MASS}/paused/state`, { action: 'resume' })
    await Promise.all(app.massIssues)
    t.match((await asker('GET', `${MASS}/paused`)).body, { state: 'done', issued: 1, skipped: [{ reason: 'gone', count: 1 }] })
    await asker('POST', `${MASS}/cancelled/state`, { action: 'cancel' })
    t.match((await asker('POST', `${MASS}/cancelled/state`, { action: 'resume' })).body, { code: 'status-conflict' })
    t.match((await asker('GET', `${MASS}/cancelled`)).body, { state: 'cancelled', issued: 0 })
  })

  t.test('a service that starts goes on with what was running when the last one died', async t => {
    const asker = asStaff(app, await signedIn(app, 'worker1'))
    const members = [aMember({ name: '钱一', document: null })]
    const sheet = (await asker('POST', SHEETS, aSheet({ building: '40', members }))).body
    const by = { createdBy: 'x', createdByName: '某', createdAt: 1, approvedBy: null, approvedByName: null, updatedAt: 1 }
    const filter = { kind: 'person' as const, community, hours: 24 }
    const choice = { household: sheet.id, person: sheet.members[0].person, vehicle: null, replaces: null }
    const row = { id: 'left', community, filter, state: 'running' as const, total: 1, next: 0, issued: 0, ...by }
    await ctx.storage.addMassIssue(row, [choice])
    const next = await buildApp({ ctx, distDir: null, hasRateLimits: false })
    await next.ready()
    await Promise.all(next.massIssues)
    t.match(await ctx.storage.massIssue('left'), { state: 'done', issued: 1 })
    await next.close()
  })

  t.test('nobody issues for another community or site', async t => {
    const asker = asStaff(app, await signedIn(app, 'worker1'))
    t.match((await asker('POST', MASS, { ...filter, community: communities[1] })).body, { code: 'community-unknown' })
    t.match((await asker('POST', MASS, { ...filter, site: 2 })).body, { code: 'site-unknown' })
    const stranger = asStaff(app, await signedIn(app, 'worker2'))
    t.same((await stranger('GET', MASS)).body.items, [])
  })
})

t.test('which pass decides whether somebody gets another', async t => {
  const pass = (serial: number, status: 'valid' | 'held', endsAt: number) => ({ serial, status, endsAt })
  t.same(standing([], 0), { kind: 'issue', replaces: null })
  t.same(standing([pass(1, 'valid', 10)], 9), { kind: 'exclude', reason: 'has-pass' })
  t.same(standing([pass(1, 'valid', 10)], 10), { kind: 'issue', replaces: 1 })
  t.same(standing([pass(1, 'valid', 5), pass(2, 'valid', 20)], 10), { kind: 'exclude', reason: 'has-pass' })
  t.same(standing([pass(1, 'valid', 5), pass(2, 'valid', 8)], 10), { kind: 'issue', replaces: 2 })
  t.same(standing([pass(1, 'valid', 5), pass(2, 'held', 8)], 10), { kind: 'exclude', reason: 'held' })
})

t.test('what came since a choice and is in its way', async t => {
  const pass = (serial: number, endsAt: number, status: 'valid' | 'held' = 'valid') => ({ serial, status, endsAt })
  const choice = { household: 1, person: 1, vehicle: null }
  const fresh = { ...choice, replaces: null }
  t.equal(inTheWay(fresh, [], 10), null)
  t.equal(inTheWay(fresh, [pass(1, 11)], 10), 'has-pass')
  t.equal(inTheWay(fresh, [pass(1, 9)], 10), null, 'it has ended')
  const renewal = { ...choice, replaces: 1 }
  t.equal(inTheWay(renewal, [pass(1, 20)], 10), null)
  t.equal(inTheWay(renewal, [pass(1, 9)], 10), null, 'it ran out while the issue waited')
  t.equal(inTheWay(renewal, [pass(1, 20, 'held')], 10), 'held')
  t.equal(inTheWay(renewal, [], 10), 'has-pass', 'withdrawn, or renewed and held in no list')
  t.equal(inTheWay(renewal, [pass(1, 20), pass(2, 20)], 10), null, 'the other one ends no later')
  t.equal(inTheWay(renewal, [pass(1, 20), pass(2, 21)], 10), 'has-pass')
})
