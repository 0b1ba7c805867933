import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import t from 'tap'
import type { Storage } from '../../../server/ports/storage.ts'
import { StorageFailure } from '../../../server/ports/storage.ts'
import { SCHEMA_VERSION } from '../../../server/storage/migrate.ts'
import { openSqliteStorage } from '../../../server/storage/sqlite/open.ts'
import { APPLICATION_ID } from '../../../server/storage/sqlite/identity.ts'
import { aPass, aRealm, anEntry, anEvent, entriesOf } from '../../contract/samples.ts'

const PAGE_LIMIT = 400

const codeOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'done',
    error => (error instanceof StorageFailure ? error.code : error)
  )

/** Appends until the disk is full: the highest number that was acknowledged. */
async function fill(storage: Storage): Promise<number> {
  for (let number = 1; ; number++) {
    const code = await codeOf(storage.appendEntries([anEntry('d1', number)]))
    if (code === 'storage-full') return number - 1
    if (code !== 'done') throw code
  }
}

t.test('what was written is there after opening again, and the layout is made once', async t => {
  const file = join(t.testdir(), 'checkpoint.db')
  for (let round = 1; round <= 3; round++) {
    const storage = await openSqliteStorage({ file })
    if (round === 1) await storage.createRealm(aRealm())
    t.same(await storage.realm(), aRealm())
    await storage.appendEntries(entriesOf('d1', 1, round))
    t.equal((await storage.deviceLog('d1', 1)).last, round)
    await storage.close()
  }
  const db = new DatabaseSync(file, { readOnly: true })
  t.equal(db.prepare('select count(*) as count from kysely_migration').get()?.count, SCHEMA_VERSION)
  t.equal(db.prepare('pragma application_id').get()?.application_id, APPLICATION_ID)
  t.equal(db.prepare('pragma user_version').get()?.user_version, SCHEMA_VERSION)
  t.equal(db.prepare('pragma journal_mode').get()?.journal_mode, 'wal')
  db.close()
})

t.test('keys of the tables that grow begin with the realm', async t => {
  const file = join(t.testdir(), 'checkpoint.db')
  await (await openSqliteStorage({ file })).close()
  const db = new DatabaseSync(file, { readOnly: true })
  const firstOfKey = db.prepare('select name from pragma_table_info(?) where pk = 1')
  for (const table of ['pass', 'pass_event', 'entry', 'entry_gap', 'device', 'device_log', 'quarantine', 'audit', 'idempotency'])
    t.equal(firstOfKey.get(table)?.name, 'realm', table)
  db.close()
})

t.test('a file that is not ours is refused and keeps every byte', async t => {
  const dir = t.testdir({ 'notes.txt': 'not a database, but somebody needs it'.repeat(100) })
  const foreign = (name: string, statements: string): string => {
    const db = new DatabaseSync(join(dir, name))
    db.exec(statements)
    db.close()
    return name
  }
  const files = [
    'notes.txt',
    foreign('unmarked.db', "create table letters (body text); insert into letters values ('dear')"),
    foreign('marked.db', 'pragma application_id = 7; create table letters (body text)'),
    foreign('marked-empty.db', 'pragma application_id = 7'),
    foreign('wal.db', 'pragma journal_mode = wal; create table letters (body text)'),
    foreign(
      'newer.db',
      `pragma application_id = ${APPLICATION_ID}; pragma user_version = ${SCHEMA_VERSION + 1}; create table entry (body text)`
    )
  ]
  for (const name of files) {
    const before = readFileSync(join(dir, name))
    t.equal(await codeOf(openSqliteStorage({ file: join(dir, name) })), 'storage-foreign', name)
    t.ok(before.equals(readFileSync(join(dir, name))), `${name} is unchanged`)
  }
})

t.test('a layout with a step that this program does not know is refused', async t => {
  const file = join(t.testdir(), 'checkpoint.db')
  await (await openSqliteStorage({ file })).close()
  const db = new DatabaseSync(file)
  db.exec("insert into kysely_migration values ('999-later', '2030-01-01T00:00:00.000Z')")
  db.close()
  t.equal(await codeOf(openSqliteStorage({ file })), 'storage-foreign')
})

t.test('an empty file becomes a database; a missing folder and a folder in its place are named', async t => {
  const dir = t.testdir({ 'empty.db': '' })
  const storage = await openSqliteStorage({ file: join(dir, 'empty.db') })
  await storage.check()
  await storage.close()
  for (const file of [join(dir, 'nowhere', 'checkpoint.db'), dir])
    await t.rejects(openSqliteStorage({ file }), { code: 'storage-broken', message: new RegExp(file) })
})

t.test('a full disk is named, refuses the whole group, and keeps what was acknowledged', async t => {
  const file = join(t.testdir(), 'checkpoint.db')
  const storage = await openSqliteStorage({ file, pageLimit: PAGE_LIMIT })
  await storage.createRealm(aRealm())
  const acknowledged = await fill(storage)
  t.ok(acknowledged > 10)
  const group = await Promise.all([
    codeOf(storage.appendEntries([anEntry('d2', 1)])),
    codeOf(
      storage.addPasses(
        Array.from({ length: 2000 }, (_, n) => aPass(n)),
        [anEvent(1)]
      )
    ),
    codeOf(storage.takePassNumbers(5))
  ])
  t.same(group, ['storage-full', 'storage-full', 'storage-full'])
  t.equal((await storage.deviceLog('d1', 5)).contiguous, acknowledged, 'reads go on')
  t.equal((await storage.realm())?.nextPassNumber, 0, 'nothing of the group stays')
  await storage.close()

  const roomier = await openSqliteStorage({ file })
  t.same(await roomier.deviceLog('d1', 5), { contiguous: acknowledged, last: acknowledged, missing: [] })
  t.equal((await roomier.entries({ sites: null, limit: 100_000 })).length, acknowledged)
  t.same(await roomier.appendEntries([anEntry('d1', acknowledged), anEntry('d1', acknowledged + 1)]), ['held', 'stored'])
  await roomier.close()
})

t.test('a piece of work that throws takes back itself and spares its neighbours', async t => {
  const storage = await openSqliteStorage({ file: join(t.testdir(), 'checkpoint.db') })
  t.teardown(() => storage.close())
  await storage.createRealm(aRealm())
  const unwritable = aPass(2, { label: Symbol('no text') as unknown as string })
  const [before, failed, after] = await Promise.allSettled([
    storage.takePassNumbers(1),
    storage.addPasses([aPass(1), unwritable], [anEvent(1)]),
    storage.takePassNumbers(1)
  ])
  t.match([before.status, failed.status, after.status], ['fulfilled', 'rejected', 'fulfilled'])
  t.equal(await storage.pass(1), null)
  t.equal((await storage.realm())?.nextPassNumber, 2)
})

t.test('a damaged database is named by reads, too', async t => {
  const file = join(t.testdir(), 'checkpoint.db')
  const storage = await openSqliteStorage({ file })
  await storage.appendEntries(entriesOf('d1', 1, 3000))
  await storage.close()
  const bytes = readFileSync(file)
  bytes.fill(0xa5, Math.floor(bytes.length / 3), Math.floor(bytes.length / 2))
  writeFileSync(file, bytes)
  const damaged = await openSqliteStorage({ file })
  t.teardown(() => damaged.close())
  t.equal(await codeOf(damaged.entries({ sites: null, limit: 10_000 })), 'storage-broken')
})
