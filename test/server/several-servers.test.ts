import t, { type Test } from 'tap'
import { eventually } from '../contract/bus-contract.ts'
import { postgresSchemas, reachablePostgres } from '../support/postgres.ts'
import { reachableRedis } from '../support/redis.ts'
import { administrator, bearer, call, enrolRemote, listenTo } from '../support/remote.ts'
import { type Servers, startServers } from '../support/servers.ts'

const SITE = 17
const PUSH_MS = 2_000

/** A hold made on the first server reaches a gate at the second, and the list of the third has it. */
async function pushes(t: Test, { all }: Servers): Promise<void> {
  const [first = '', second = '', third = ''] = all.map(({ url }) => url)
  const staff = await administrator(first)
  const phone = await enrolRemote(second, staff, SITE, '10.1.0.1')
  const gate = await listenTo(second, bearer(phone, '10.1.0.1'), '/api/v1/gate/events')
  const listBefore = (await call(third, { address: '10.1.0.2' }, ['GET', '/api/v1/gate/status/0'])).body
  const wish = { kind: 'person', name: '陈小明', site: SITE, hours: 24 }
  const pass = await call(third, staff, ['POST', '/api/v1/passes'], wish)
  t.equal(pass.status, 201, 'a session of one server is good on the others')
  const seen = gate.events.length
  const begun = performance.now()
  const held = await call(first, staff, ['POST', `/api/v1/passes/${pass.body.serial}/status`], { action: 'hold', reason: 'lost' })
  t.equal(held.status, 200)
  t.ok(await eventually(() => gate.events.slice(seen).some(({ name }) => name === 'manifest'), PUSH_MS))
  t.ok(performance.now() - begun < PUSH_MS, `pushed after ${Math.round(performance.now() - begun)} ms`)
  t.ok(
    await eventually(
      async () => (await call(third, { address: '10.1.0.2' }, ['GET', '/api/v1/gate/status/0'])).body !== listBefore,
      PUSH_MS
    ),
    'the third server signs a new list'
  )
  const revoked = await call(third, staff, ['POST', `/api/v1/devices/${phone.id}/revoke`], {})
  t.equal(revoked.status, 200)
  t.equal(await Promise.race([gate.ended.then(() => 'ended'), new Promise(resolve => setTimeout(resolve, PUSH_MS))]), 'ended')
}

const databaseUrl = await reachablePostgres()
const redisUrl = await reachableRedis()
if (databaseUrl === null || redisUrl === null)
  t.pass('several servers', { skip: 'PostgreSQL and Redis do not both answer on localhost' })
else {
  const schemas = await postgresSchemas(databaseUrl)
  t.teardown(() => schemas.end())
  const servers = await startServers(3, { databaseUrl: await schemas.fresh(), redisUrl })
  t.teardown(() => servers.end())
  const [first, second] = servers.all.map(({ url }) => url) as [string, string]

  t.test('a hold and a revocation made on one server are pushed by the others within two seconds', async t => {
    await pushes(t, servers)
  })

  t.test('limits are counted over all servers, and the servers say that they are joined', async t => {
    const statuses: number[] = []
    const wrong = { username: 'nobody', password: 'a wrong password' }
    for (let attempt = 0; attempt < 14; attempt++) {
      const answer = await call([first, second][attempt % 2] ?? '', { address: '10.2.0.1' }, ['POST', '/api/v1/session'], wrong)
      statuses.push(answer.status)
    }
    t.same(statuses.slice(0, 10), Array(10).fill(401))
    t.same(statuses.slice(10), Array(4).fill(429))
    const ready = await call(second, { address: '10.2.0.2' }, ['GET', '/readyz'])
    t.same(ready.body, { status: 'ready', servers: 'joined' })
  })

  t.test('a request repeated at another server is done once', async t => {
    const staff = await administrator(first)
    const keyed = { ...staff, headers: { ...staff.headers, 'idempotency-key': 'once-and-only' } }
    const wish = { kind: 'person', name: '李华', site: SITE, hours: 24 }
    const answers = await Promise.all([first, second].map(url => call(url, keyed, ['POST', '/api/v1/passes'], wish)))
    const done = answers.filter(({ status }) => status === 201)
    t.ok(done.length >= 1, 'one of them, or the later with the answer of the earlier')
    const again = await call(second, keyed, ['POST', '/api/v1/passes'], wish)
    t.same([again.status, again.headers.get('idempotent-replay')], [201, 'true'])
    for (const { body } of done) t.equal(again.body.serial, body.serial)
  })

  t.test('a server that is stopped ends its streams and says goodbye with 0', async t => {
    const staff = await administrator(second)
    const phone = await enrolRemote(second, staff, SITE, '10.3.0.1')
    const gate = await listenTo(first, bearer(phone, '10.3.0.1'), '/api/v1/gate/events')
    t.equal(await servers.all[0]?.stop(), 0)
    await gate.ended
    const again = await listenTo(second, bearer(phone, '10.3.0.1'), '/api/v1/gate/events')
    t.equal(again.events[0]?.name, 'manifest', 'the gate goes on at another server')
    again.stop()
  })
}
