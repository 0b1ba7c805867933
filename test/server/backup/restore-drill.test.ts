import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'
import { listenForControl } from '../../../server/control/socket.ts'
import { makeBackup } from '../../../server/backup/make-backup.ts'
import { restoreBackup } from '../../../server/backup/restore-backup.ts'
import { openRuntime, type Runtime } from '../../../server/runtime.ts'
import { buildApp } from '../../../server/app.ts'
import { addAccount } from '../../../server/domain/accounts.ts'
import { goOnAfterRestore } from '../../../server/domain/after-restore.ts'
import { OPERATOR } from '../../../server/domain/context.ts'
import { addCommunity, addGate, addSite } from '../../../server/domain/directory.ts'
import { initialise } from '../../../server/domain/initialise.ts'
import { chainOf, enrol } from '../../support/device.ts'
import { must, PASSWORD, signedIn } from '../../support/service.ts'

const PASSPHRASE = 'long enough to guess for ever'
const WISH = { kind: 'person', name: '陈小明', site: 1, hours: 24 }

const open = (dataDir: string): Promise<Runtime> =>
  openRuntime({ dataDir, masterKey: { kind: 'data', dir: dataDir }, publicUrl: 'http://localhost', onBusError: console.error })

t.test('a restored service takes again what gates still hold, and gives no number twice', async t => {
  const dir = t.testdir()
  const live = join(dir, 'live')
  const first = await open(live)
  await initialise(first.ctx, { name: '测试街道', nameEn: 'Test' })
  const community = must(await addCommunity(first.ctx, OPERATOR, { name: '甲社区', nameEn: 'A' })).id
  must(await addSite(first.ctx, OPERATOR, { community, number: 1, name: '一期', nameEn: 'One' }))
  const gate = must(await addGate(first.ctx, OPERATOR, { site: 1, name: '东门', nameEn: 'East', directions: ['in', 'out'] })).id
  const account = {
    username: 'admin',
    displayName: '管理员',
    role: 'administrator',
    community: null,
    password: PASSWORD
  } as const
  must(await addAccount(first.ctx, OPERATOR, account))
  const app = await buildApp({ ctx: first.ctx, distDir: null, hasRateLimits: false })
  const cookie = await signedIn(app, 'admin')
  const phone = await enrol(app, cookie, 1, Date.now())
  const chain = await chainOf(phone.id, gate, 60, Date.now())
  const deliver = async (to: typeof app, entries: object[]) =>
    (
      await to.inject({
        method: 'POST',
        url: '/api/v1/gate/entries',
        headers: { authorization: `Bearer ${phone.token}` },
        payload: { entries, unsent: entries.length, deviceMs: Date.now() }
      })
    ).json()
  const issue = async (to: typeof app): Promise<number> =>
    (await to.inject({ method: 'POST', url: '/api/v1/passes', headers: { cookie }, payload: WISH })).json().serial

  await deliver(app, chain.slice(0, 30))
  await issue(app)
  const file = join(dir, 'night.backup')
  const writing = Promise.all([deliver(app, chain.slice(30, 40)), deliver(app, chain.slice(40, 45))])
  const parts = { storage: first.ctx.storage, dataDir: live, passphrase: PASSPHRASE, randomBytes: first.ctx.env.randomBytes }
  const bytes = await makeBackup(file, parts)
  await writing
  t.ok(bytes > 1_000)
  const secret = readFileSync(join(live, 'master.key'))
  t.notOk(readFileSync(file).includes(secret.subarray(0, 20)), 'nothing readable')
  t.same(readdirSync(dir).sort(), ['live', 'night.backup'], 'nothing unfinished is left')
  await deliver(app, chain.slice(45, 60))
  const later = [await issue(app), await issue(app)]
  const trustBefore = (await first.ctx.storage.realm())?.trustVersion ?? 0
  await app.close()
  await first.close()

  const restored = join(dir, 'restored')
  await restoreBackup(file, restored, PASSPHRASE)
  const second = await open(restored)
  t.teardown(() => second.close())
  await goOnAfterRestore(second.ctx, 10_000)
  const again = await buildApp({ ctx: second.ctx, distDir: null, hasRateLimits: false })
  t.teardown(() => again.close())
  const held = await second.ctx.storage.deviceLog(phone.id, 9)
  t.ok(
    held.contiguous >= 30 && held.contiguous <= 45 && held.missing.length === 0,
    `${held.contiguous} entries were in the backup`
  )
  t.match(await deliver(again, chain.slice(45, 60)), { contiguous: held.contiguous }, 'the gate hears that some are missing')
  t.match(await deliver(again, chain), { contiguous: 60, missing: [], quarantined: [] })
  const rows = await second.ctx.storage.entries({ sites: null, limit: 100 })
  t.same([rows.length, rows.filter(row => row.chainBroken).length], [60, 0])
  t.ok(((await second.ctx.storage.realm())?.trustVersion ?? 0) > trustBefore, 'gates take its trust bundle')
  const fresh = [await issue(again), await issue(again)]
  t.same(
    fresh.filter(serial => later.includes(serial)),
    [],
    'no serial of a pass that it does not know'
  )
})

t.test('a backup is refused whole: wrong passphrase, a changed byte, a cut end, a full folder', async t => {
  const dir = t.testdir({ notes: { 'letter.txt': 'dear' } })
  const runtime = await open(join(dir, 'live'))
  await initialise(runtime.ctx, { name: '测试街道', nameEn: 'Test' })
  const file = join(dir, 'backup')
  const parts = {
    storage: runtime.ctx.storage,
    dataDir: join(dir, 'live'),
    passphrase: PASSPHRASE,
    randomBytes: runtime.ctx.env.randomBytes
  }
  await makeBackup(file, parts)
  await t.rejects(makeBackup(file, parts), { code: 'backup-in-the-way' })
  await runtime.close()
  const target = join(dir, 'target')
  const bytes = readFileSync(file)
  const refused = async (change: (copy: Buffer) => Buffer, code: string, passphrase = PASSPHRASE): Promise<void> => {
    writeFileSync(join(dir, 'changed'), change(Buffer.from(bytes)))
    await t.rejects(restoreBackup(join(dir, 'changed'), target, passphrase), { code })
    t.notOk(existsSync(target), 'nothing was put there')
  }
  await refused(copy => copy, 'backup-broken', 'another passphrase')
  for (const at of [20, 30, 36, 100, bytes.length >> 1, bytes.length - 1])
    await refused(copy => {
      copy[at] = (copy[at] ?? 0) ^ 1
      return copy
    }, 'backup-broken')
  await refused(copy => copy.subarray(0, -1), 'backup-broken')
  await refused(copy => copy.subarray(0, 40), 'backup-foreign')
  await refused(() => Buffer.from('something else, long enough to be read as a head and a tag'), 'backup-foreign')
  await t.rejects(restoreBackup(file, join(dir, 'notes'), PASSPHRASE), { code: 'backup-in-the-way' })
  t.same(readdirSync(join(dir, 'notes')), ['letter.txt'])
})

t.test('the command line asks the running service, and restores what that wrote', async t => {
  // A socket's path must be short.
  const dir = mkdtempSync(join(tmpdir(), 'drill-'))
  t.teardown(() => rmSync(dir, { recursive: true, force: true }))
  const live = join(dir, 'live')
  const runtime = await open(live)
  await initialise(runtime.ctx, { name: '测试街道', nameEn: 'Test' })
  const control = await listenForControl(live, async ({ file, passphrase }) => ({
    ok: true,
    bytes: await makeBackup(file, {
      storage: runtime.ctx.storage,
      dataDir: live,
      passphrase,
      randomBytes: runtime.ctx.env.randomBytes
    })
  }))
  const cli = (...args: string[]) =>
    promisify(execFile)(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, '../../../server/cli.ts'), ...args, '--json'],
      { env: { ...process.env, CHECKPOINT_BACKUP_PASSPHRASE: PASSPHRASE } }
    )
  const file = join(dir, 'backup')
  const made = JSON.parse((await cli('backup', file, '--data', live)).stdout)
  t.ok(made.bytes > 1_000)
  control?.close()
  const realm = await runtime.ctx.storage.realm()
  await runtime.close()
  const target = join(dir, 'target')
  await cli('restore', file, '--data', target, '--skip-passes', '5')
  const restored = await open(target)
  t.teardown(() => restored.close())
  t.match(await restored.ctx.storage.realm(), { id: realm?.id, nextPassNumber: 5 })
  await t.rejects(cli('restore', file, '--data', target), /not empty/)
})
