import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import t from 'tap'
import { openFileSigner, sealedKeysIn } from '../../../server/keys/file-signer.ts'
import { openStoredSigner } from '../../../server/keys/stored-signer.ts'
import { moveToPostgres } from '../../../server/storage/move/move-to-postgres.ts'
import { openPostgresStorage } from '../../../server/storage/postgres/open.ts'
import { openSqliteStorage } from '../../../server/storage/sqlite/open.ts'
import {
  AT,
  aDevice,
  aKey,
  anAccount,
  anEnrolment,
  anEntry,
  anEvent,
  aPass,
  aRealm,
  aRefusal,
  entriesOf
} from '../../contract/samples.ts'
import { postgresSchemas, reachablePostgres } from '../../support/postgres.ts'

const DAY_MS = 24 * 3_600_000
const MASTER_KEY = new Uint8Array(32).fill(3)
const random = (count: number): Uint8Array => new Uint8Array(crypto.getRandomValues(new Uint8Array(count)))

async function fill(file: string): Promise<void> {
  const storage = await openSqliteStorage({ file })
  await storage.createRealm(aRealm())
  await storage.addAccount(anAccount('a1'))
  await storage.addKey(aKey('00000001'))
  await storage.putSetting('text', 'a "quoted" [1,2] \\u0041 行')
  await storage.addEnrolment(anEnrolment('code'))
  await storage.redeemEnrolment('code', AT, aDevice('d1'))
  const passes = Array.from({ length: 2_500 }, (_, serial) => aPass(serial))
  await storage.addPasses(
    passes,
    passes.map(({ serial }) => anEvent(serial))
  )
  await storage.appendEntries([...entriesOf('d1', 1, 4_500), anEntry('d1', 4_503, { receivedAt: AT + 3 * DAY_MS })])
  await storage.quarantine([aRefusal('d1', 4_501)])
  await storage.close()
}

const url = await reachablePostgres()
if (url === null) t.pass('PostgreSQL', { skip: 'no server answers on localhost and TEST_DATABASE_URL is not set' })
else {
  const schemas = await postgresSchemas(url)
  t.teardown(() => schemas.end())
  const ask = async (address: string, sql: string): Promise<Record<string, unknown>[]> => {
    const client = new pg.Client({ connectionString: address })
    await client.connect()
    const { rows } = await client.query(sql)
    await client.end()
    return rows
  }
  const options = (file: string, to: string) => ({ file, url: to, keys: [], now: () => AT, note: () => {} })

  t.test('everything arrives, and the moved installation goes on where the embedded one was', async t => {
    const dir = t.testdir()
    const file = join(dir, 'checkpoint.db')
    await fill(file)
    const signer = openFileSigner(join(dir, 'keys'), MASTER_KEY, random)
    const { keyId } = await signer.createKey()
    const to = await schemas.fresh()
    const notes: string[] = []
    const keys = sealedKeysIn(join(dir, 'keys'))
    const moved = await moveToPostgres({ ...options(file, to), keys, note: text => notes.push(text) })
    t.match(moved, { pass: 2_500, pass_event: 2_500, entry: 4_501, realm: 1, account: 1, device: 1 })
    t.ok(notes.some(note => note.startsWith('entry: 4501 rows, ')))
    const before = await openSqliteStorage({ file })
    const storage = await openPostgresStorage({ url: to, now: () => AT })
    t.teardown(() => Promise.all([storage.close(), before.close()]))
    for (const read of [
      (one: typeof storage) => one.realm(),
      (one: typeof storage) => one.accounts(),
      (one: typeof storage) => one.setting('text'),
      (one: typeof storage) => one.passes({ community: null, limit: 5_000 }),
      (one: typeof storage) => one.entries({ sites: null, limit: 5_000 }),
      (one: typeof storage) => one.deviceLog('d1', 9),
      (one: typeof storage) => one.quarantined(null, 9)
    ])
      t.same(await read(storage), await read(before))
    t.same(await storage.appendEntries([anEntry('d1', 4_500), anEntry('d1', 4_502)]), ['held', 'stored'])
    const days = await ask(to, 'select distinct tableoid::regclass::text as day from entry order by 1')
    t.match(days, [{ day: /entry_d20260102$/ }, { day: /entry_d20260105$/ }])
    const shared = await openStoredSigner(storage, MASTER_KEY, random)
    t.equal((await shared.sign(keyId, Buffer.from('text'))).length, 64, 'the same private keys')
    await t.rejects(moveToPostgres(options(file, await schemas.fresh())), { code: 'storage-busy' }, 'not while somebody uses it')
  })

  t.test('a move that was cut off goes on, and nobody serves it before', async t => {
    const file = join(t.testdir(), 'checkpoint.db')
    await fill(file)
    const to = await schemas.fresh()
    await (await openPostgresStorage({ url: to, now: () => AT })).close()
    await ask(
      to,
      `create function refuse() returns trigger language plpgsql as $$ begin raise 'cut off'; end $$;
      create trigger refuse before insert on pass_event for each row when (new.serial > 2200) execute function refuse()`
    )
    await t.rejects(moveToPostgres(options(file, to)), /cut off/)
    await t.rejects(openPostgresStorage({ url: to, now: () => AT }), { code: 'storage-busy' })
    await ask(to, 'drop trigger refuse on pass_event')
    const moved = await moveToPostgres(options(file, to))
    t.match(moved, { entry: 0, pass: 0, pass_event: 500 }, 'only what was missing is copied')
    const storage = await openPostgresStorage({ url: to, now: () => AT })
    t.teardown(() => storage.close())
    t.equal((await storage.passes({ community: null, limit: 9_999 })).length, 2_500)
  })

  t.test('a difference is found, and an installation is never overwritten', async t => {
    const file = join(t.testdir(), 'checkpoint.db')
    await fill(file)
    const taken = await schemas.fresh()
    const other = await openPostgresStorage({ url: taken, now: () => AT })
    await other.createRealm(aRealm({ id: 'other' }))
    await other.close()
    await t.rejects(moveToPostgres(options(file, taken)), { code: 'storage-foreign' })
    t.same(await ask(taken, 'select id from realm'), [{ id: 'other' }])
    const to = await schemas.fresh()
    await (await openPostgresStorage({ url: to, now: () => AT })).close()
    await ask(
      to,
      `create function change() returns trigger language plpgsql as $$ begin new.label = '改'; return new; end $$;
      create trigger change before insert on pass for each row when (new.serial = 7) execute function change()`
    )
    await t.rejects(moveToPostgres(options(file, to)), { code: 'storage-broken', message: /^pass: 2500 of 2500/ })
    const db = new DatabaseSync(file)
    t.equal(db.prepare('select count(*) as count from pass').get()?.count, 2_500, 'the source stays as it is')
    db.close()
  })
}
