import t from 'tap'
import { cardWindow } from '../../../shared/work/policy.ts'
import { verify } from '../../../shared/verify/verify.ts'
import { aDeclaration, anApplication, aPhoto, aSecret } from '../../support/work.ts'
import { startWork, step } from '../../support/work-service.ts'

const HOUR = 3_600_000

t.test('a worker applies, is asked, answers, and gets a card that counts from today to midnight', async t => {
  const service = await startWork(t)
  const { by, reviewer, clock, ctx } = service
  const link = await service.apply()
  const mine = by(link)
  t.match((await mine('GET', '/my-work')).body, { state: 'submitted', isLate: false, question: null, card: null, unread: 1 })
  t.equal((await step(reviewer, link, 'approve')).body.code, 'work-state', 'nothing is decided without a claim')
  t.match((await step(reviewer, link, 'claim')).body, { state: 'under-review', claim: { isMine: true } })
  t.match((await step(reviewer, link, 'ask', { text: '请补充工作单位电话' })).body, { state: 'more-info' })
  const asked = (await mine('GET', '/my-work')).body
  t.match(asked, { state: 'more-info', question: '请补充工作单位电话', answerBy: clock.now + 72 * HOUR })
  const { committed: _c, ...declaration } = { ...aDeclaration(), ...asked.declaration }
  const corrected = { ...declaration, committed: true, workplace: { ...declaration.workplace, phone: '053188881234' } }
  t.match((await mine('POST', '/my-work/answer', { text: '已补充', declaration: corrected })).body, {
    state: 'submitted',
    question: null
  })
  await step(reviewer, link, 'claim')
  const opened = (await reviewer('GET', `/api/v1/work/applications/${link.number}`)).body
  t.match(opened, { flags: [], workplace: { phone: '0531-88881234' }, facts: { household: { people: 1 } } })
  t.same(
    opened.history.map(({ event }: { event: string }) => event),
    ['submit', 'claim', 'ask', 'resubmit', 'claim']
  )
  const done = await step(reviewer, link, 'approve')
  t.match(done.body, { state: 'issued', card: { status: 'valid' } })
  const { card } = (await mine('GET', '/my-work')).body
  const { hours, startMs } = cardWindow({ validityDays: 14 }, clock.now)
  t.match(card, { start: startMs, end: startMs + hours * HOUR, dailyReport: true, reportedToday: true })
  t.equal((await ctx.storage.pass(card.serial))?.kind, 'work')
  t.equal(typeof verify, 'function')
  const notices = (await mine('GET', '/my-work/notices')).body.items
  t.same(
    notices.map(({ kind }: { kind: string }) => kind),
    ['issued', 'question', 'received']
  )
  await mine('POST', '/my-work/notices/read', { upTo: notices[1].id })
  t.equal((await mine('GET', '/my-work')).body.unread, 1)
})

t.test('repeated and parallel submissions are one, another one with its secret is refused', async t => {
  const service = await startWork(t)
  const body = anApplication()
  const answers = await Promise.all(Array.from({ length: 8 }, () => service.submit(body)))
  t.equal(new Set(answers.map(answer => answer.body.number)).size, 1)
  t.equal(
    answers.every(({ status }) => status === 201),
    true
  )
  t.same((await service.submit(body)).body, answers[0]?.body)
  t.equal((await service.submit({ ...body, language: 'en' })).body.code, 'idempotency-conflict')
  t.equal((await service.reviewer('GET', '/api/v1/work/applications')).body.items.length, 1)
})

t.test('a number alone shows nothing, a wrong secret no more than an unknown number, and guessing is slowed', async t => {
  const service = await startWork(t)
  const link = await service.apply()
  const wrong = { ...link, secret: aSecret() }
  for (const path of ['/my-work', '/my-work/notices']) {
    const known = await service.by(wrong)('GET', path)
    const unknown = await service.by({ number: 'abcdefgh1234', secret: aSecret() })('GET', path)
    t.equal(known.status, 404)
    t.same({ ...known.body, requestId: '' }, { ...unknown.body, requestId: '' })
  }
  t.equal((await service.app.inject({ url: '/api/v1/my-work' })).json().code, 'link-invalid')
  for (let tries = 0; tries < 20; tries++) await service.by(wrong)('GET', '/my-work')
  t.equal((await service.by(wrong)('GET', '/my-work')).body.code, 'too-many-requests')
  t.equal((await service.by(link)('GET', '/my-work')).status, 200, 'the right one opens it all the same')
})

t.test('wrong entries are named by their field, and nothing of them is kept', async t => {
  const service = await startWork(t)
  const base = anApplication()
  const holder = (change: object) => ({ holder: { ...base.holder, ...change } })
  const health = (change: object) => ({ health: { ...base.health, ...change } })
  for (const [change, code, path] of [
    [holder({ name: '陈'.repeat(20_000) }), 'invalid-field', '/holder/name'],
    [holder({ name: '😀😀' }), 'name-invalid', '/holder/name'],
    [holder({ name: '陈\u202e小明' }), 'name-invalid', '/holder/name'],
    [holder({ document: { number: '370101199003070011' } }), 'document-invalid', '/holder/document'],
    [holder({ phone: '12345' }), 'phone-invalid', '/holder/phone'],
    [holder({ site: 999 }), 'site-unknown', '/holder/site'],
    [holder({ room: '？？' }), 'address-invalid', '/holder/room'],
    [{ workplace: { ...base.workplace, creditCode: '91350100M000100Y4Z' } }, 'credit-code-invalid', '/workplace/creditCode'],
    [{ workplace: { ...base.workplace, name: 'x'.repeat(101) } }, 'invalid-field', '/workplace/name'],
    [{ proxy: { name: '李', phone: '1', relation: 'child' } }, 'phone-invalid', '/proxy/phone'],
    [health({ temperature: 36.5 }), 'invalid-field', '/health/temperature'],
    [health({ temperature: 900 }), 'invalid-field', '/health/temperature'],
    [health({ leftProvince: true }), 'invalid-field', '/health/returnedOn'],
    [health({ leftProvince: true, returnedOn: '2026-02-30' }), 'invalid-field', '/health/returnedOn'],
    [health({ leftProvince: true, returnedOn: '2027-01-01' }), 'invalid-field', '/health/returnedOn'],
    [{ committed: false }, 'commitment-needed', '/committed'],
    [{ secret: 'short' }, 'invalid-field', '/secret']
  ] as const) {
    const answer = await service.submit({ ...base, ...change } as never)
    t.match(answer.body, { code, path }, JSON.stringify(change).slice(0, 60))
  }
  t.equal((await service.reviewer('GET', '/api/v1/work/applications')).body.items.length, 0)
  t.equal((await service.submit(base)).status, 201, 'the same form, corrected')
})

t.test('a proxy applies for somebody without a phone, with the relation stated', async t => {
  const service = await startWork(t)
  const base = aDeclaration()
  const proxy = { name: '陈大明', phone: '15400001111', relation: 'child' as const }
  const link = await service.apply({ ...base, holder: { ...base.holder, phone: null }, proxy })
  t.match((await service.by(link)('GET', '/my-work')).body, { declaredBy: 'proxy', declaration: { proxy } })
  t.match((await service.reviewer('GET', `/api/v1/work/applications/${link.number}`)).body, { declaredBy: 'proxy', proxy })
})

t.test('a photo is taken only where it is asked for, and only if it is one', async t => {
  const service = await startWork(t)
  const link = await service.apply()
  const mine = service.by(link)
  const put = (bytes: Buffer, type = 'image/jpeg', kind = 'document') =>
    mine('PUT', `/my-work/photos/${kind}`, bytes, { 'content-type': type })
  t.equal((await put(aPhoto)).body.code, 'photo-not-asked')
  await step(service.reviewer, link, 'claim')
  await step(service.reviewer, link, 'ask', { text: '请拍证件', photos: ['document'] })
  t.same((await mine('GET', '/my-work')).body.photosAsked, ['document'])
  t.equal((await put(Buffer.from('%PDF-1.7 is named document.jpg'))).body.code, 'photo-invalid')
  t.equal((await put(aPhoto, 'application/pdf')).body.code, 'unsupported-media-type')
  t.equal((await put(Buffer.alloc(50_000_000, 0xff))).body.code, 'too-large')
  t.equal((await put(aPhoto, 'image/jpeg', 'selfie')).body.code, 'invalid-field')
  t.equal((await put(aPhoto)).status, 204)
  t.same((await mine('GET', '/my-work')).body.photosSent, ['document'])
  const kept = await service.ctx.storage.workPhoto(link.number, 'document')
  t.notMatch(Buffer.from(kept?.body ?? '', 'base64url').toString('latin1'), 'JFIF', 'encrypted')
  const shown = await service.reviewer('GET', `/api/v1/work/applications/${link.number}/photos/document`)
  t.equal(shown.headers['content-type'], 'image/jpeg')
  t.same(shown.raw, aPhoto)
  t.equal((await service.foreign('GET', `/api/v1/work/applications/${link.number}/photos/document`)).status, 404)
})

t.test('what is withdrawn is over, also when it is said twice', async t => {
  const service = await startWork(t)
  const link = await service.apply()
  const mine = service.by(link)
  t.match((await mine('POST', '/my-work/withdrawal', {})).body, { state: 'withdrawn' })
  t.match((await mine('POST', '/my-work/withdrawal', {})).body, { state: 'withdrawn' })
  t.equal((await step(service.reviewer, link, 'claim')).body.code, 'work-state')
  t.equal((await mine('POST', '/my-work/answer', { text: 'x', declaration: null })).body.code, 'work-state')
  const other = await service.apply()
  await step(service.reviewer, other, 'claim')
  t.equal((await service.by(other)('POST', '/my-work/withdrawal', {})).body.code, 'work-state', 'not while somebody decides')
})

t.test('an answer in the very minute of the 72 hours is too late', async t => {
  const service = await startWork(t)
  const link = await service.apply()
  await step(service.reviewer, link, 'claim')
  await step(service.reviewer, link, 'ask', { text: '?' })
  service.clock.now += 72 * HOUR
  t.equal((await service.by(link)('POST', '/my-work/answer', { text: 'a', declaration: null })).body.code, 'work-state')
  service.clock.now -= 1
  t.equal((await service.by(link)('POST', '/my-work/answer', { text: 'a', declaration: null })).body.state, 'submitted')
})

t.test('a push subscription goes to the services of browsers alone', async t => {
  const service = await startWork(t)
  const mine = service.by(await service.apply())
  const keys = { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) }
  const put = (endpoint: string) => mine('PUT', '/my-work/push', { subscription: { endpoint, keys } })
  for (const endpoint of [
    'https://localhost/x',
    'https://127.0.0.1/x',
    'https://fcm.googleapis.com:8443/x',
    'https://user@fcm.googleapis.com/x',
    'https://fcm.googleapis.com.evil.example/x'
  ])
    t.equal((await put(endpoint)).body.code, 'push-invalid', endpoint)
  t.equal((await put('https://fcm.googleapis.com/fcm/send/abc')).status, 204)
  t.equal((await mine('PUT', '/my-work/push', { subscription: null })).status, 204)
})
