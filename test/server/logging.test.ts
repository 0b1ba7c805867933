import { Writable } from 'node:stream'
import t from 'tap'
import { buildApp } from '../../server/app.ts'
import { enrol } from '../support/device.ts'
import { NOW, PASSWORD, signedIn, startService } from '../support/service.ts'

t.test('logs tell routes, outcomes and ids, and nothing about people, addresses or secrets', async t => {
  const service = await startService(t.testdir())
  t.teardown(() => service.close())
  let text = ''
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += chunk
      done()
    }
  })
  const { ctx } = service
  let fails = false
  const storage = {
    ...ctx.storage,
    passes: async (filter: Parameters<typeof ctx.storage.passes>[0]) => {
      if (!fails) return ctx.storage.passes(filter)
      const cause = Object.assign(new Error('duplicate key (name)=(陈小明) violates "pass_label_陈小明"'), {
        severity: 'ERROR',
        code: '23505',
        detail: 'Key (label)=(陈小明) already exists.'
      })
      throw new Error('the list cannot be read', { cause })
    }
  }
  const app = await buildApp({
    ctx: { ...ctx, storage },
    distDir: null,
    hasRateLimits: false,
    logger: { level: 'trace', stream }
  })
  t.teardown(() => app.close())
  const cookie = await signedIn(app, 'admin')
  const headers = { cookie, 'x-request-id': 'gate-request-0001' }
  const issued = { kind: 'person', name: '陈小明', document: '37010119900307001X', site: 1, hours: 24 }
  await app.inject({ method: 'POST', url: '/api/v1/passes', headers: { cookie }, payload: issued })
  const device = await enrol(app, cookie, 1, NOW)
  fails = true
  const query = new URLSearchParams({ query: '陈小明' })
  const failed = await app.inject({ method: 'GET', url: `/api/v1/passes?${query}`, headers, remoteAddress: '203.0.113.9' })
  t.equal(failed.statusCode, 500)
  t.equal(failed.headers['x-request-id'], 'gate-request-0001')
  t.equal(failed.json().requestId, 'gate-request-0001')
  t.match(text, /"reqId":"gate-request-0001"/)
  t.match(text, /"route":"\/api\/v1\/passes"/)
  t.match(text, /the list cannot be read/)
  for (const secret of [
    '陈',
    '小明',
    encodeURIComponent('陈'),
    '3701011990',
    '203.0.113.9',
    PASSWORD,
    cookie.split('=')[1] ?? '',
    device.token
  ])
    t.notOk(text.includes(secret), `nothing of ${secret.slice(0, 6)}…`)
})

t.test('a request id that is no id is replaced', async t => {
  const service = await startService(t.testdir())
  t.teardown(() => service.close())
  const answer = await service.app.inject({ method: 'GET', url: '/healthz', headers: { 'x-request-id': 'a\tb c' } })
  t.match(answer.headers['x-request-id'], /^[0-9a-f-]{36}$/)
})
