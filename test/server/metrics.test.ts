import t from 'tap'
import { buildApp } from '../../server/app.ts'
import { createRegistry } from '../../server/http/metrics/registry.ts'
import { chainOf, enrol } from '../support/device.ts'
import { NOW, signedIn, startService } from '../support/service.ts'

t.test('metrics are written as Prometheus reads them', async t => {
  const registry = createRegistry()
  const counter = registry.counter('c_total', 'Counted.')
  counter.add({ kind: 'a "quoted"\nline\\' })
  counter.add({ kind: 'a "quoted"\nline\\' }, 2)
  registry.gauge('g', 'Set.').set({}, 1.5)
  const histogram = registry.histogram('h', 'Observed.', [1, 5])
  for (const value of [0.5, 1, 3, 99]) histogram.observe({ at: 'x' }, value)
  t.equal(
    registry.render(),
    [
      '# HELP c_total Counted.',
      '# TYPE c_total counter',
      'c_total{kind="a \\"quoted\\"\\nline\\\\"} 3',
      '# HELP g Set.',
      '# TYPE g gauge',
      'g 1.5',
      '# HELP h Observed.',
      '# TYPE h histogram',
      'h_bucket{at="x",le="1"} 2',
      'h_bucket{at="x",le="5"} 3',
      'h_bucket{at="x",le="+Inf"} 4',
      'h_sum{at="x"} 103.5',
      'h_count{at="x"} 4',
      ''
    ].join('\n')
  )
})

t.test('a flood of labels does not eat the memory', async t => {
  const registry = createRegistry()
  const counter = registry.counter('c', 'Counted.')
  for (let n = 0; n < 5_000; n++) counter.add({ n: String(n) })
  t.ok(registry.render().split('\n').length < 2_100)
})

t.test('what gates deliver and what is missing is counted, without a word about a person', async t => {
  const service = await startService(t.testdir())
  t.teardown(() => service.close())
  const { app, ctx } = service
  const cookie = await signedIn(app, 'admin')
  const issued = { kind: 'person', name: '陈小明', document: '37010119900307001X', site: 1, hours: 24 }
  await app.inject({ method: 'POST', url: '/api/v1/passes', headers: { cookie }, payload: issued })
  const device = await enrol(app, cookie, 1, NOW)
  const entries = (await chainOf(device.id, service.gates[0], 5, NOW - 60_000)).filter(({ number }) => number !== 3)
  const payload = { entries: [...entries, { number: 9 }], unsent: 12, deviceMs: NOW }
  const headers = { authorization: `Bearer ${device.token}` }
  await app.inject({ method: 'POST', url: '/api/v1/gate/entries', headers, payload })
  const answer = await app.inject({ method: 'GET', url: '/metrics' })
  t.equal(answer.statusCode, 200)
  t.match(answer.headers['content-type'], /^text\/plain; version=0.0.4/)
  for (const line of [
    'checkpoint_entries_total{verdict="CHECK",direction="in",admitted="false"} 4',
    'checkpoint_entry_delay_seconds_bucket{le="60"} 4',
    'checkpoint_quarantined_total{reason="schema"} 1',
    'checkpoint_entries_missing 4',
    'checkpoint_entries_in_quarantine 1',
    'checkpoint_device_entries_unsent 7',
    'checkpoint_devices 1',
    'checkpoint_storage_up 1',
    'checkpoint_bus_state{state="alone"} 1',
    'checkpoint_http_request_seconds_count{method="POST",route="/api/v1/gate/entries",status="200"} 1'
  ])
    t.ok(answer.body.includes(line), line)
  for (const secret of ['陈', '小明', '3701', device.id, device.token]) t.notOk(answer.body.includes(secret), 'nothing personal')
  await ctx.storage.close()
  const dead = await app.inject({ method: 'GET', url: '/metrics' })
  t.ok(dead.body.includes('checkpoint_storage_up 0'), 'a database that does not answer is told, not an error')
})

t.test('metrics are for programs on this computer, or for who knows the token', async t => {
  const service = await startService(t.testdir())
  t.teardown(() => service.close())
  const { ctx } = service
  const closed = await buildApp({ ctx, distDir: null, hasRateLimits: false })
  const open = await buildApp({ ctx, distDir: null, hasRateLimits: false, metricsToken: 'secret-token' })
  t.teardown(() => Promise.all([closed.close(), open.close()]))
  const get = async (app: typeof open, headers: Record<string, string>, remoteAddress = '127.0.0.1') =>
    (await app.inject({ method: 'GET', url: '/metrics', headers, remoteAddress })).statusCode
  t.equal(await get(closed, {}), 200)
  t.equal(await get(closed, {}, '192.168.1.7'), 404)
  t.equal(await get(closed, { 'x-forwarded-for': '8.8.8.8' }), 404, 'a proxy on this computer speaks for somebody else')
  t.equal(await get(open, {}), 404)
  t.equal(await get(open, { authorization: 'Bearer wrong' }), 404)
  t.equal(await get(open, { authorization: 'Bearer secret-token' }, '192.168.1.7'), 200)
})
