import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import t from 'tap'
import { openSqliteStorage } from '../../../server/storage/sqlite/open.ts'

type Child = {
  readonly process: ChildProcess
  readonly lines: string[]
  reached(count: number): Promise<void>
  kill(): Promise<void>
}

function start(task: 'hold' | 'append', file: string): Child {
  const args = ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'child-appends.ts'), task, file]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines: string[] = []
  const reader = createInterface({ input: child.stdout })
  const closed = once(reader, 'close')
  reader.on('line', line => lines.push(line))
  return {
    process: child,
    lines,
    async reached(count) {
      while (lines.length < count) await once(reader, 'line')
    },
    async kill() {
      child.kill('SIGKILL')
      await closed
    }
  }
}

t.test('a second process is told that the database is in use, until the first is killed', async t => {
  const file = join(t.testdir(), 'checkpoint.db')
  const child = start('hold', file)
  t.teardown(() => child.kill())
  await child.reached(1)
  await t.rejects(openSqliteStorage({ file }), {
    name: 'StorageFailure',
    code: 'storage-busy',
    message: `${file}: Another process uses this database.`
  })
  await child.kill()
  const storage = await openSqliteStorage({ file })
  await storage.check()
  await storage.close()
})

t.test('a second open in one process is refused, too, and does not take the lock from the first', async t => {
  const file = join(t.testdir(), 'checkpoint.db')
  const storage = await openSqliteStorage({ file })
  t.teardown(() => storage.close())
  await t.rejects(openSqliteStorage({ file }), { code: 'storage-busy' })
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'child-appends.ts'), 'hold', file],
    { stdio: 'ignore' }
  )
  t.teardown(() => child.kill('SIGKILL'))
  t.not((await once(child, 'exit'))[0], 0)
  await storage.check()
})

t.test('after a kill in the middle of appends every acknowledged entry is there, and no gap that was not', async t => {
  const file = join(t.testdir(), 'checkpoint.db')
  const child = start('append', file)
  t.teardown(() => child.kill())
  await child.reached(200)
  await child.kill()
  const acknowledged = new Map<string, number>()
  for (const line of child.lines.slice(1)) {
    const [device = '', number] = line.split(' ')
    acknowledged.set(device, Number(number))
  }
  t.equal(acknowledged.size, 3)
  const storage = await openSqliteStorage({ file })
  t.teardown(() => storage.close())
  for (const [device, number] of acknowledged) {
    const log = await storage.deviceLog(device, 5)
    t.ok(log.contiguous >= number, `${device}: ${number} acknowledged, ${log.contiguous} held`)
    t.same(log.missing, [])
    const rows = await storage.entries({ sites: null, device, limit: 1_000_000 })
    t.equal(rows.length, log.last)
    t.equal(rows[0]?.number, log.last)
  }
})
