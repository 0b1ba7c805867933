import { join } from 'node:path'
import t, { type Test } from 'tap'
import { changePassStatus } from '../../server/domain/change-status.ts'
import { OPERATOR } from '../../server/domain/context.ts'
import { addCommunity, addSite } from '../../server/domain/directory.ts'
import { initialise } from '../../server/domain/initialise.ts'
import { passIssuer } from '../../server/domain/issue-passes.ts'
import { addKey } from '../../server/domain/issuing-keys.ts'
import { serialSpreader } from '../../server/domain/serials.ts'
import type { Change } from '../../server/ports/bus.ts'
import { openRuntime, type Runtime } from '../../server/runtime.ts'
import { eventually } from '../contract/bus-contract.ts'
import { postgresSchemas, reachablePostgres } from '../support/postgres.ts'
import { must } from '../support/service.ts'

const NAMES = { name: '测试街道', nameEn: 'Test Subdistrict' }
const keyOf = (byte: number): string => Buffer.alloc(32, byte).toString('base64')

const url = await reachablePostgres()
if (url === null) t.pass('PostgreSQL', { skip: 'no server answers on localhost and TEST_DATABASE_URL is not set' })
else {
  const schemas = await postgresSchemas(url)
  t.teardown(() => schemas.end())
  const open = async (t: Test, databaseUrl: string, masterKey = keyOf(7)): Promise<Runtime> => {
    const runtime = await openRuntime({
      dataDir: join(t.testdirName, String(Math.random())),
      masterKey: { kind: 'text', text: masterKey },
      publicUrl: 'http://localhost',
      onBusError: error => t.error(error),
      databaseUrl
    })
    t.teardown(() => runtime.close())
    return runtime
  }

  t.test('without Redis a server finds in the database what another one changed', async t => {
    const databaseUrl = await schemas.fresh()
    const first = (await open(t, databaseUrl)).ctx
    const second = (await open(t, databaseUrl)).ctx
    await initialise(first, NAMES)
    const community = must(await addCommunity(first, OPERATOR, { name: '甲社区', nameEn: 'Alpha' })).id
    must(await addSite(first, OPERATOR, { community, number: 1, name: '一期', nameEn: 'One' }))
    const issuer = passIssuer(first, serialSpreader(first.signer))
    const pass = must(await issuer.issue(OPERATOR, { kind: 'person', name: '李华', site: 1, hours: 24 }))
    const heard: Change[] = []
    second.bus.subscribe(change => heard.push(change))
    // What was made above is found once; only what comes after is looked at.
    await new Promise(resolve => setTimeout(resolve, 1_200))
    heard.length = 0
    must(await changePassStatus(first, OPERATOR, pass.serial, { action: 'hold', reason: 'lost' }))
    const begun = performance.now()
    t.ok(await eventually(() => heard.length > 0))
    t.ok(performance.now() - begun < 2_000)
    t.same(heard, [{ kind: 'status', list: 0 }])
  })

  t.test('servers that start at once make one set of keys, and each can sign with what the other made', async t => {
    const databaseUrl = await schemas.fresh()
    const runtimes = await Promise.all([open(t, databaseUrl), open(t, databaseUrl), open(t, databaseUrl)])
    const made = await Promise.all(runtimes.map(({ ctx }) => initialise(ctx, NAMES)))
    t.equal(made.filter(({ created }) => created).length, 1)
    const [first, second] = runtimes.map(({ ctx }) => ctx) as [Runtime['ctx'], Runtime['ctx']]
    const keys = await first.storage.keys()
    const countOf = (purpose: string): number => keys.filter(key => key.purpose === purpose).length
    t.same({ root: countOf('root'), status: countOf('status'), issuing: countOf('issuing') }, { root: 1, status: 1, issuing: 3 })
    for (const { ctx } of runtimes) for (const { keyId } of keys) t.ok(ctx.signer.has(keyId))
    const late = await addKey(first, 'issuing', 0)
    t.notOk(second.signer.has(late.keyId))
    t.equal((await second.signer.sign(late.keyId, Buffer.from('text'))).length, 64)
    await t.rejects(second.signer.sign('00000000', Buffer.from('text')), { code: 'key-file-broken' })
  })

  t.test('a server with another master key is refused before it makes anything', async t => {
    const databaseUrl = await schemas.fresh()
    const { ctx } = await open(t, databaseUrl)
    await initialise(ctx, NAMES)
    const before = await ctx.storage.sealedKeys()
    await t.rejects(open(t, databaseUrl, keyOf(8)), { code: 'master-key-wrong', message: /another master key/ })
    t.same(await ctx.storage.sealedKeys(), before)
  })
}
