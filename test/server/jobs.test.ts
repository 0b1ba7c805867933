import t from 'tap'
import { type Job, startJobs } from '../../server/jobs/run-jobs.ts'
import { openSqliteStorage } from '../../server/storage/sqlite/open.ts'

const HOUR_MS = 3_600_000

t.test('a job is done by one server, and again when it is due', async t => {
  const storage = await openSqliteStorage({ file: `${t.testdir()}/checkpoint.db` })
  t.teardown(() => storage.close())
  let now = 1_000_000
  let runs = 0
  let fails = false
  const errors: unknown[] = []
  const job: Job = {
    name: 'count',
    everyMs: HOUR_MS,
    run: async () => {
      runs++
      await new Promise(resolve => setTimeout(resolve, 10))
      if (fails) throw new Error('not today')
    }
  }
  const runners = ['a', 'b', 'c'].map(server =>
    startJobs({ jobs: [job], storage, server, now: () => now, onError: error => errors.push(error) })
  )
  t.teardown(() => Promise.all(runners.map(runner => runner.stop())))
  const look = () => Promise.all(runners.map(runner => runner.runDue()))
  await look()
  t.equal(runs, 1)
  now += HOUR_MS - 1
  await look()
  t.equal(runs, 1, 'not due')
  now += 1
  await look()
  t.equal(runs, 2)
  fails = true
  now += HOUR_MS
  await look()
  t.same([runs, errors.length], [3, 1], 'the others leave it to who holds the lease')
  await look()
  t.same([runs, errors.length], [4, 2], 'who tries it again at its next look')
  t.equal(await storage.lastRun('count'), 1_000_000 + HOUR_MS)
})
