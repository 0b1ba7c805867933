import t from 'tap'
import { FIRST_WORK_POLICY } from '../../../shared/work/policy.ts'
import { aDeclaration, aDocument, aFiling, anApplication, anEmployer, aSecret } from '../../support/work.ts'
import { declarationOf, type Link, startWork, step, type WorkService } from '../../support/work-service.ts'

const { id: _id, effectiveFrom: _from, ...RULES } = FIRST_WORK_POLICY
const row = (change: object = {}) => ({ name: '王工', document: aDocument(), phone: '15411112222', site: 1, ...change })
const rosterOf = (count: number) => Array.from({ length: count }, () => row())
const upload = (service: WorkService, employer: Link, rows: object[]) =>
  service.by(employer)('POST', '/my-employer/workers', { rows })
const approve = (service: WorkService, { number }: Link, more: object = {}) =>
  service.reviewer('POST', `/api/v1/work/employers/${number}/steps`, { step: 'approve', ...more })

t.test('an employer registers, files, is visited and approved; one for each code', async t => {
  const service = await startWork(t)
  const body = anEmployer(service.communities[0])
  const register = (change: object = {}) =>
    service.by({ number: 'x', secret: 'x' })('POST', '/work/employers', { ...body, ...change })
  t.match((await register({ creditCode: '91350100M000100Y4Z' })).body, { code: 'credit-code-invalid', path: '/creditCode' })
  t.match((await register({ community: 'nowhere' })).body, { code: 'community-unknown' })
  const answers = await Promise.all([register(), register(), register()])
  t.equal(new Set(answers.map(answer => answer.body.id)).size, 1)
  t.equal((await register({ name: '另一家' })).body.code, 'idempotency-conflict')
  const one = { number: answers[0]?.body.id, secret: body.secret }
  const mine = service.by(one)
  t.equal((await approve(service, one)).body.code, 'work-state', 'not before it has filed')
  t.match((await mine('PUT', '/my-employer/filing', { ...aFiling, committed: false })).body, { code: 'commitment-needed' })
  t.match((await mine('PUT', '/my-employer/filing', aFiling)).body, { state: 'filed', filing: { staff: 40 } })
  const steps = `/api/v1/work/employers/${one.number}/steps`
  t.equal((await service.foreign('POST', steps, { step: 'visit' })).status, 404)
  t.match((await service.reviewer('POST', steps, { step: 'return' })).body, { path: '/reason' })
  await service.reviewer('POST', steps, { step: 'return', reason: 'supplies-short', note: '口罩不足' })
  t.match((await mine('GET', '/my-employer')).body, { state: 'returned', reason: 'supplies-short', note: '口罩不足' })
  await mine('PUT', '/my-employer/filing', aFiling)
  await service.reviewer('POST', steps, { step: 'visit' })
  t.match((await approve(service, one, { maySign: true })).body, { state: 'approved', maySign: true })
  t.equal((await mine('GET', '/my-employer')).body.canSignNow, false, 'the policy does not let employers sign')
  const two = await service.employer()
  await service.by(two)('PUT', '/my-employer/filing', aFiling)
  t.equal((await approve(service, two)).body.code, 'credit-code-taken')
  const { link } = (await service.reviewer('POST', `/api/v1/work/employers/${one.number}/link`, {})).body
  t.equal((await mine('GET', '/my-employer')).body.code, 'link-invalid', 'the lost link is void')
  const secret = link.split('.').at(-1)
  t.equal((await service.by({ number: one.number, secret })('GET', '/my-employer')).status, 200)
  t.match((await service.reviewer('GET', '/api/v1/work/employers?state=approved')).body.items, [{ id: one.number }])
  t.same((await service.foreign('GET', '/api/v1/work/employers')).body.items, [])
})

t.test('a roster keeps its good rows, names the faulty ones, and adds nobody twice', async t => {
  const service = await startWork(t)
  const employer = await service.employer()
  const twice = row()
  const rows = [
    twice,
    row({ name: '名'.repeat(20_000) }),
    row({ name: '😀' }),
    row({ document: '370101199003070011' }),
    row({ phone: 'none' }),
    row({ site: 99 }),
    { ...twice, name: '另一个人' },
    row({ phone: '' })
  ]
  const kept = (await upload(service, employer, rows)).body
  t.equal(kept.added.length, 2)
  t.same(kept.faults, [
    { row: 2, code: 'name-invalid', field: 'name' },
    { row: 3, code: 'name-invalid', field: 'name' },
    { row: 4, code: 'document-invalid', field: 'document' },
    { row: 5, code: 'phone-invalid', field: 'phone' },
    { row: 6, code: 'site-unknown', field: 'site' },
    { row: 7, code: 'twice-in-roster', field: 'document' }
  ])
  const again = (await upload(service, employer, [twice])).body
  t.same(again, { added: [], faults: [{ row: 1, code: 'already-yours', field: 'document' }] })
  const parallel = await Promise.all(
    Array.from({ length: 4 }, () => upload(service, employer, [row({ document: '37010119900307001X' })]))
  )
  t.equal(parallel.flatMap(answer => answer.body.added).length, 1)
  const limit = (await upload(service, employer, rosterOf(500))).body
  t.equal(limit.added.length, 497)
  t.same(limit.faults[0], { row: 498, code: 'too-many', field: null })
  t.equal((await upload(service, employer, rosterOf(501))).body.code, 'invalid-field')
})

t.test('a worker confirms the own declaration by the personal link, which then opens nothing', async t => {
  const service = await startWork(t)
  const employer = await service.employer()
  const document = aDocument()
  await upload(service, employer, [row({ document })])
  const worker = (await service.by(employer)('GET', '/my-employer/workers')).body.items[0]
  t.match(worker, { state: 'draft', card: null, declaredBy: null })
  const secret = worker.inviteLink.split('.').at(-1)
  const invited = service.by({ number: worker.number, secret })
  t.match((await invited('GET', '/my-work')).body, { state: 'draft', declaration: null, invitation: { name: '王工', site: 1 } })
  const other = { ...declarationOf(aDocument()), secret: aSecret() }
  t.match(
    (await invited('POST', '/my-work/submission', other)).body,
    { code: 'document-invalid' },
    'nobody takes another’s place'
  )
  const own = { ...declarationOf(document), secret: aSecret() }
  const sent = await Promise.all([1, 2, 3].map(() => invited('POST', '/my-work/submission', own)))
  t.same(
    sent.map(({ status, body }) => [status, body.number]),
    [1, 2, 3].map(() => [201, worker.number])
  )
  t.same((await invited('POST', '/my-work/submission', own)).body, sent[0]?.body, 'also when the answer was lost')
  t.equal((await invited('GET', '/my-work')).body.code, 'link-invalid')
  t.match((await service.by({ number: worker.number, secret: own.secret })('GET', '/my-work')).body, {
    state: 'submitted',
    declaredBy: 'self'
  })
  const seen = (await service.by(employer)('GET', '/my-employer/workers')).body
  t.match(seen.items[0], { state: 'submitted', inviteLink: null, question: null })
  t.notMatch(JSON.stringify(seen), /temperature|symptoms|health|1103/, 'nothing of the declaration')
})

t.test('a clerk declares for who has no phone, stated as such, and cannot read it again', async t => {
  const service = await startWork(t)
  const employer = await service.employer()
  const document = aDocument()
  await upload(service, employer, [row({ document, phone: '' })])
  const { number, inviteLink } = (await service.by(employer)('GET', '/my-employer/workers')).body.items[0]
  const declaration = declarationOf(document, { health: { ...aDeclaration().health, symptoms: [] } })
  const clerk = (body: object) => service.by(employer)('POST', `/my-employer/workers/${number}/declaration`, body)
  const proxy = { name: '李', phone: '15411113333', relation: 'colleague' }
  t.match((await clerk({ ...declaration, proxy })).body, { path: '/proxy' })
  t.equal((await clerk(declaration)).status, 201)
  t.equal((await service.by({ number, secret: inviteLink.split('.').at(-1) })('GET', '/my-work')).body.code, 'link-invalid')
  t.match((await service.reviewer('GET', `/api/v1/work/applications/${number}`)).body, {
    declaredBy: 'clerk',
    employer: { id: employer.number }
  })
  await step(service.reviewer, { number }, 'claim')
  await step(service.reviewer, { number }, 'ask', { text: '住哪里？' })
  t.match((await service.by(employer)('GET', '/my-employer/workers')).body.items[0], { state: 'more-info', question: '住哪里？' })
  t.match((await clerk(declaration)).body, { state: 'submitted' })
  await step(service.reviewer, { number }, 'claim')
  await step(service.reviewer, { number }, 'approve')
  const { card } = (await service.by(employer)('GET', '/my-employer/workers')).body.items[0]
  t.match(card, { status: 'valid', link: /#\d+\./ })
})

t.test('an employer reaches no worker of another one', async t => {
  const service = await startWork(t)
  const [one, two] = [await service.employer(), await service.employer()]
  await upload(service, one, [row()])
  const { number } = (await service.by(one)('GET', '/my-employer/workers')).body.items[0]
  const other = service.by(two)
  t.same((await other('GET', '/my-employer/workers')).body.items, [])
  t.equal((await other('POST', `/my-employer/workers/${number}/declaration`, aDeclaration())).status, 404)
  t.equal((await other('POST', `/my-employer/workers/${number}/left`, {})).status, 404)
  for (const [path, body] of [
    ['renewals', { numbers: [number] }],
    ['reports', { reports: [{ number, temperature: 365, symptoms: [] }] }]
  ] as const)
    t.same((await other('POST', `/my-employer/${path}`, body)).body, { done: [], left: [{ number, why: 'not-yours' }] }, path)
  t.equal((await service.by({ number: one.number, secret: two.secret })('GET', '/my-employer')).body.code, 'link-invalid')
})

/** An approved employer that may sign, with workers who have declared. */
async function withWorkers(service: WorkService, count: number, feverish = -1) {
  const policy = { ...RULES, signers: ['community', 'employer'], note: '' }
  await service.admin('POST', '/api/v1/work/policies', policy)
  const employer = await service.employer()
  const documents = Array.from({ length: count }, aDocument)
  const { added } = (
    await upload(
      service,
      employer,
      documents.map(document => row({ document }))
    )
  ).body
  for (const [index, number] of added.entries()) {
    const { secret } = anApplication()
    const health = { ...aDeclaration().health, temperature: index === feverish ? 385 : 366 }
    const link = (await service.by(employer)('GET', '/my-employer/workers')).body.items[index].inviteLink.split('.').at(-1)
    const sent = await service.by({ number, secret: link })('POST', '/my-work/submission', {
      ...declarationOf(documents[index] ?? '', { health }),
      secret
    })
    if (sent.status !== 201) throw new Error(JSON.stringify(sent.body))
  }
  return { employer, numbers: added as string[] }
}

t.test('an authorised employer approves its unflagged workers; the rest stays the community’s', async t => {
  const service = await startWork(t)
  const { employer, numbers } = await withWorkers(service, 3, 1)
  const mine = service.by(employer)
  t.equal((await mine('POST', '/my-employer/approvals', { numbers })).body.code, 'employer-not-ready')
  await mine('PUT', '/my-employer/filing', aFiling)
  await approve(service, employer)
  t.equal((await mine('POST', '/my-employer/approvals', { numbers })).body.code, 'employer-not-ready', 'approved, not authorised')
  for (const action of [
    { step: 'suspend', reason: 'other' },
    { step: 'resume', maySign: true }
  ])
    await service.reviewer('POST', `/api/v1/work/employers/${employer.number}/steps`, action)
  const done = (await mine('POST', '/my-employer/approvals', { numbers })).body
  t.same(done, { done: [numbers[0], numbers[2]], left: [{ number: numbers[1], why: 'flagged' }] })
  t.match((await mine('GET', '/my-employer')).body.counts, { workers: 3, issued: 2, waiting: 1 })
  t.equal((await upload(service, employer, [row()])).status, 200)
})

t.test('renewal, reports and leaving are told worker by worker', async t => {
  const service = await startWork(t)
  const { employer, numbers } = await withWorkers(service, 2)
  const mine = service.by(employer)
  for (const number of numbers) {
    await step(service.reviewer, { number }, 'claim')
    await step(service.reviewer, { number }, 'approve')
  }
  t.same(
    (await mine('POST', '/my-employer/renewals', { numbers })).body.left,
    numbers.map(number => ({ number, why: 'not-due' }))
  )
  service.clock.now += 24 * 3_600_000
  const reports = [
    { number: numbers[0], temperature: 366, symptoms: [] },
    { number: numbers[1], temperature: 386, symptoms: ['fever'] }
  ]
  t.same((await mine('POST', '/my-employer/reports', { reports })).body, { done: numbers, left: [] })
  const items = (await mine('GET', '/my-employer/workers')).body.items
  t.match(items[0].card, { status: 'valid', reportedToday: true })
  t.match(items[1].card, { status: 'held', hold: 'other' }, 'the employer is not told that it is health')
  t.match((await service.reviewer('GET', '/api/v1/alerts')).body.items, [{ kind: 'fever', held: true }])
  service.clock.now += 7 * 24 * 3_600_000
  const renewed = (await mine('POST', '/my-employer/renewals', { numbers: [numbers[0]] })).body
  t.equal(renewed.done.length, 1)
  t.same((await mine('POST', '/my-employer/renewals', { numbers: [numbers[0]] })).body.left, [
    { number: numbers[0], why: 'state' }
  ])
  const list = (await mine('GET', '/my-employer/workers')).body.items
  t.equal(list.length, 2)
  t.match(
    list.find((item: { number: string }) => item.number === renewed.done[0]),
    { state: 'draft', inviteLink: /#work\./ }
  )
  const serial = items[1].card.serial
  t.equal((await mine('POST', `/my-employer/workers/${numbers[1]}/left`, {})).status, 204)
  t.equal((await mine('POST', `/my-employer/workers/${numbers[1]}/left`, {})).status, 204)
  t.equal((await service.ctx.storage.pass(serial))?.status, 'revoked')
  const told = await service.ctx.storage.workNotices(numbers[1] ?? '', 9)
  t.equal(told.filter(({ kind }) => kind === 'left').length, 1, 'the worker is told, once')
  t.equal((await mine('GET', '/my-employer/workers')).body.items.length, 1)
})

t.test('who left while somebody decided is not approved', async t => {
  const service = await startWork(t)
  const { employer, numbers } = await withWorkers(service, 1)
  const link = { number: numbers[0] ?? '' }
  await step(service.reviewer, link, 'claim')
  await service.by(employer)('POST', `/my-employer/workers/${link.number}/left`, {})
  t.equal((await step(service.reviewer, link, 'approve')).body.code, 'work-state')
})
