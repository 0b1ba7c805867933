import { join } from 'node:path'
import t from 'tap'
import { VISITOR_PASSES_PER_HOUR } from '../../server/domain/issue-visitor-pass.ts'
import { DEFAULT_POLICY } from '../../shared/gate/policy.ts'
import { epochSeconds } from '../../shared/time.ts'
import { enrol, type TestDevice } from '../support/device.ts'
import { asStaff, signedIn, startService } from '../support/service.ts'

t.test('a short pass that a gate issues on the spot', async t => {
  const service = await startService(join(t.testdir(), 'service'))
  t.teardown(service.close)
  const { app, ctx, clock, gates } = service
  const cookie = await signedIn(app, 'worker1')
  const worker = asStaff(app, cookie)
  const ask = async ({ token }: TestDevice, body: object = {}, key?: string) => {
    const headers = { authorization: `Bearer ${token}`, ...(key === undefined ? {} : { 'idempotency-key': key }) }
    const payload = { name: '秦小皇', gate: gates[0], ...body }
    return app.inject({ method: 'POST', url: '/api/v1/gate/visitor-passes', headers, payload })
  }
  const newPhone = () => enrol(app, cookie, 1, clock.now)

  await t.test("is a visitor's, of the phone's own site, for four hours, and names the phone as its issuer", async t => {
    const device = await newPhone()
    const answer = await ask(device)
    t.equal(answer.statusCode, 201)
    const { serial, label, end, text } = answer.json()
    t.match(text, /^CP1:/)
    t.equal(label, '秦*皇')
    t.ok(Math.abs(end - clock.now / 1000 - 4 * 3600) <= 60)
    t.match((await worker('GET', `/api/v1/passes/${serial}`)).body, {
      kind: 'visitor',
      site: 1,
      history: [{ action: 'issue', by: '测试手机' }]
    })
  })

  await t.test('lasts as long as the policy lets a visitor stay', async t => {
    const policy = { ...DEFAULT_POLICY, effectiveFrom: epochSeconds(1), maxStayMinutes: 90 }
    await ctx.storage.addPolicy({ policy, note: '', createdAt: clock.now, createdBy: '' })
    const { end } = (await ask(await newPhone())).json()
    t.ok(Math.abs(end - clock.now / 1000 - 2 * 3600) <= 60)
  })

  await t.test('is one pass, however often it is asked for with the same key', async t => {
    const device = await newPhone()
    const first = (await ask(device, {}, 'a-key-of-this-wish')).json()
    t.same((await ask(device, {}, 'a-key-of-this-wish')).json(), first)
    t.equal((await ask(device, { name: '别的人' }, 'a-key-of-this-wish')).json().code, 'idempotency-conflict')
    t.not(
      (await ask(await newPhone(), {}, 'a-key-of-this-wish')).json().serial,
      first.serial,
      'another phone has keys of its own'
    )
  })

  await t.test("is none for another site's gate, a wrong name or a wrong document", async t => {
    const device = await newPhone()
    t.match((await ask(device, { gate: gates[1] })).json(), { code: 'site-unknown', path: '/gate' })
    t.match((await ask(device, { name: '**' })).json(), { code: 'name-invalid' })
    t.match((await ask(device, { document: '370101199003070011' })).json(), { code: 'document-invalid' })
    t.equal((await ask(device, { hours: 9_000 })).statusCode, 400, 'the hours are not the gate’s to choose')
  })

  await t.test('is refused to a phone that asks too often, for an hour', async t => {
    const device = await newPhone()
    const asked = await Promise.all(Array.from({ length: VISITOR_PASSES_PER_HOUR + 5 }, () => ask(device)))
    const issued = asked.filter(({ statusCode }) => statusCode === 201)
    t.equal(issued.length, VISITOR_PASSES_PER_HOUR, 'also when it asks for all of them at once')
    t.match((await ask(device)).json(), { code: 'too-many-requests' })
    t.equal((await ask(await newPhone())).statusCode, 201, 'another phone is another matter')
    clock.now += 3_600_000
    t.equal(await ctx.storage.countIssuedBy(device.id, clock.now - 3_600_000), 0)
  })
})
