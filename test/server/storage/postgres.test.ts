import pg from 'pg'
import t from 'tap'
import { StorageFailure } from '../../../server/ports/storage.ts'
import { openPostgresStorage } from '../../../server/storage/postgres/open.ts'
import { anAccount, anEntry, aRealm, entriesOf } from '../../contract/samples.ts'
import { postgresSchemas, reachablePostgres } from '../../support/postgres.ts'

const DAY_MS = 24 * 3_600_000
const NOW = Date.UTC(2026, 0, 2, 12)

const codeOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'done',
    error => (error instanceof StorageFailure ? error.code : error)
  )

const url = await reachablePostgres()
if (url === null) t.pass('PostgreSQL', { skip: 'no server answers on localhost and TEST_DATABASE_URL is not set' })
else {
  const schemas = await postgresSchemas(url)
  t.teardown(() => schemas.end())
  const open = (address: string, now = NOW) => openPostgresStorage({ url: address, now: () => now })
  const ask = async (address: string, sql: string): Promise<Record<string, unknown>[]> => {
    const client = new pg.Client({ connectionString: address })
    await client.connect()
    try {
      return (await client.query(sql)).rows
    } finally {
      await client.end()
    }
  }
  const dayTables = async (address: string): Promise<unknown[]> => {
    const rows = await ask(
      address,
      "select relname from pg_inherits join pg_class on oid = inhrelid where inhparent = 'entry'::regclass order by 1"
    )
    return rows.map(({ relname }) => relname)
  }

  t.test('servers that start at once share one layout, made once', async t => {
    const address = await schemas.fresh()
    const servers = await Promise.all([1, 2, 3, 4].map(() => open(address)))
    t.teardown(() => Promise.all(servers.map(server => server.close())))
    const made = await Promise.all(servers.map(server => server.createRealm(aRealm())))
    t.equal(made.filter(Boolean).length, 1)
    for (const server of servers) t.same(await server.realm(), aRealm())
  })

  t.test('what several servers write at once is counted once', async t => {
    const address = await schemas.fresh()
    const servers = await Promise.all([1, 2, 3].map(() => open(address)))
    t.teardown(() => Promise.all(servers.map(server => server.close())))
    const [first, second, third] = servers as [(typeof servers)[0], (typeof servers)[0], (typeof servers)[0]]
    await first.createRealm(aRealm())
    const numbers = await Promise.all(Array.from({ length: 60 }, (_, n) => (servers[n % 3] ?? first).takePassNumbers(1)))
    t.same(
      numbers.sort((a, b) => a - b),
      Array.from({ length: 60 }, (_, n) => n)
    )
    const batches = Array.from({ length: 30 }, (_, n) => entriesOf('d1', 1 + 5 * n, 10 + 5 * n))
    const outcomes = (await Promise.all(batches.map((batch, n) => (servers[n % 3] ?? first).appendEntries(batch)))).flat()
    t.equal(outcomes.filter(outcome => outcome === 'stored').length, 155)
    t.equal(outcomes.filter(outcome => outcome === 'held').length, 145)
    t.same(await third.deviceLog('d1', 9), { contiguous: 155, last: 155, missing: [] })
    const sequences = (await second.entries({ sites: null, limit: 999 })).map(({ sequence }) => sequence)
    t.same(
      sequences,
      Array.from({ length: 155 }, (_, n) => 155 - n)
    )
    await first.addAccount(anAccount('a1'))
    await first.addAccount(anAccount('a2'))
    const closed = await Promise.all([
      second.changeAccount('a1', { active: false }),
      third.changeAccount('a2', { active: false })
    ])
    t.same(closed.sort(), ['changed', 'last-administrator'])
  })

  t.test('an entry is stored once, also when it comes again on another day', async t => {
    const address = await schemas.fresh()
    const today = await open(address)
    t.same(await today.appendEntries([anEntry('d1', 1, { receivedAt: NOW })]), ['stored'])
    const tomorrow = await open(address, NOW + DAY_MS)
    t.teardown(() => Promise.all([today.close(), tomorrow.close()]))
    const again = [anEntry('d1', 1, { receivedAt: NOW + DAY_MS }), anEntry('d1', 2, { receivedAt: NOW + DAY_MS })]
    t.same(await tomorrow.appendEntries(again), ['held', 'stored'])
    const rows = await ask(address, 'select number, tableoid::regclass::text as day from entry order by number')
    t.match(rows, [
      { number: 1, day: /entry_d20260102$/ },
      { number: 2, day: /entry_d20260103$/ }
    ])
  })

  t.test('days are made ahead, and old ones are dropped whole', async t => {
    const address = await schemas.fresh()
    const storage = await open(address)
    t.teardown(() => storage.close())
    const days = ['entry_d20260102', 'entry_d20260103', 'entry_d20260104', 'entry_d20260105']
    t.same(await dayTables(address), [...days, 'entry_default'].sort())
    await storage.appendEntries([
      anEntry('d1', 1, { receivedAt: NOW }),
      anEntry('d1', 2, { receivedAt: NOW + DAY_MS }),
      anEntry('d1', 3, { receivedAt: NOW - 30 * DAY_MS })
    ])
    t.equal(await storage.forgetEntries(NOW + DAY_MS / 2), 2)
    t.same(await dayTables(address), [...days.slice(1), 'entry_default'].sort())
    t.same(
      (await storage.entries({ sites: null, limit: 9 })).map(({ number }) => number),
      [2]
    )
  })

  t.test('a day that began without its partition stays where it is, and the service starts', async t => {
    const address = await schemas.fresh()
    const storage = await open(address)
    await storage.appendEntries([anEntry('d1', 1, { receivedAt: NOW + 10 * DAY_MS })])
    await storage.close()
    const later = await open(address, NOW + 10 * DAY_MS)
    t.teardown(() => later.close())
    t.notOk((await dayTables(address)).includes('entry_d20260112'))
    t.ok((await dayTables(address)).includes('entry_d20260113'))
    t.same(await later.appendEntries([anEntry('d1', 1)]), ['held'])
  })

  t.test('a write whose connection is cut is done once', async t => {
    const address = await schemas.fresh()
    const storage = await open(address)
    t.teardown(() => storage.close())
    await storage.createRealm(aRealm())
    const cut = () =>
      ask(
        address,
        `select pg_terminate_backend(pid) from pg_stat_activity
         where application_name = 'checkpoint' and pid <> pg_backend_pid()
         and pid in (select pid from pg_locks where relation = 'turn'::regclass)`
      )
    let taking = true
    let ended = 0
    const cuts = (async () => {
      while (taking) {
        ended += (await cut()).length
        await new Promise(resolve => setTimeout(resolve, 15))
      }
    })()
    const numbers: number[] = []
    // A fast machine needs more of them until enough were cut.
    for (let n = 0; n < 120 || (ended <= 5 && n < 5_000); n++) numbers.push(await storage.takePassNumbers(1))
    taking = false
    await cuts
    t.ok(ended > 5, `${ended} transactions lost their connection`)
    t.same(
      numbers,
      numbers.map((_, n) => n)
    )
  })

  t.test('a schema of another program, one of a newer one, and none are refused', async t => {
    const foreign = await schemas.fresh()
    await ask(foreign, 'create table letters (body text)')
    t.equal(await codeOf(open(foreign)), 'storage-foreign')
    t.same(await ask(foreign, 'select relname from pg_class where relnamespace = current_schema()::regnamespace'), [
      { relname: 'letters' }
    ])
    const newer = await schemas.fresh()
    await (await open(newer)).close()
    await ask(newer, "insert into kysely_migration values ('999-later', '2030-01-01T00:00:00.000Z')")
    t.equal(await codeOf(open(newer)), 'storage-foreign')
    t.equal(await codeOf(open(foreign.replace(/search_path%3Ds_\d+/, 'search_path%3Dnowhere'))), 'storage-foreign')
  })

  t.test('a server that does not answer is named without its password', async t => {
    const failure = await open('postgres://checkpoint:geheim@127.0.0.1:1/nowhere').catch((error: unknown) => error)
    t.match(failure, { name: 'StorageFailure', code: 'storage-unreachable', message: /^127.0.0.1:1\/nowhere: / })
    t.notMatch(String(failure), /geheim/)
  })
}
