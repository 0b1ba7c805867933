import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import t from 'tap'
import { OPERATOR } from '../../../server/domain/context.ts'
import { initialise } from '../../../server/domain/initialise.ts'
import { actOnMassIssue, createMassIssue } from '../../../server/domain/mass-issue/manage.ts'
import { openRuntime } from '../../../server/runtime.ts'
import { fillRegister } from '../../../server/seed/fill-register.ts'
import { generateHouseholds } from '../../../server/seed/generate.ts'
import { makePlaces } from '../../../server/seed/places.ts'
import { planFor } from '../../../server/seed/proportions.ts'
import { seededRandom } from '../../../server/seed/random.ts'
import { must } from '../../support/service.ts'

const CHILD = join(import.meta.dirname, 'child-issues.ts')
/** Kills before the run that may finish. */
const KILLS = 6
const LONGEST_LIFE_MS = 120

t.test('a mass issue that is killed again and again issues each pass exactly once', async t => {
  const dataDir = t.testdir()
  const open = () =>
    openRuntime({ dataDir, masterKey: { kind: 'data', dir: dataDir }, publicUrl: 'http://localhost', onBusError: console.error })
  const first = await open()
  await initialise(first.ctx, { name: '测试街道', nameEn: 'Test' })
  const plan = planFor(0.02)
  const places = await makePlaces(first.ctx, plan)
  await fillRegister(first.ctx, places, generateHouseholds(plan, 5), () => undefined)
  const issues: string[] = []
  for (const community of places.communities) {
    const issue = must(await createMassIssue(first.ctx, { ...OPERATOR, id: 'asker' }, { kind: 'person', community, hours: 24 }))
    if (issue.state === 'awaiting-approval') must(await actOnMassIssue(first.ctx, OPERATOR, issue.id, { action: 'approve' }))
    issues.push(issue.id)
  }
  await first.close()

  const random = seededRandom(11)
  for (let kill = 0; kill < KILLS; kill++) await runChild(dataDir, random.below(LONGEST_LIFE_MS))
  t.equal(await runChild(dataDir, null), 'done')

  const last = await open()
  t.teardown(() => last.close())
  let total = 0
  for (const id of issues) {
    const issue = await last.ctx.storage.massIssue(id)
    t.match(issue, { state: 'done', next: issue?.total, issued: issue?.total }, 'every choice was dealt with')
    total += issue?.total ?? 0
  }
  const passes = await last.ctx.storage.passes({ community: null, limit: 100_000 })
  t.equal(passes.length, total, 'no pass twice, none missing')
  t.equal(new Set(passes.map(({ documentIndex }) => documentIndex)).size, plan.people, 'one a person')
  const held: number[] = []
  for (const { serial } of passes.slice(0, 50)) held.push((await last.ctx.storage.passEvents(serial)).length)
  t.ok(
    held.every(events => events === 1),
    'each with its record'
  )
  const signed = (await last.ctx.storage.keys()).reduce((sum, { signedCount }) => sum + signedCount, 0)
  t.equal(signed, total, 'each counts on its key')
})

/** Lives for so long after it began, or until it is done; what it said last. */
async function runChild(dataDir: string, lifeMs: number | null): Promise<string> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', CHILD, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  let said = ''
  child.stdout.on('data', data => {
    said += data
    if (lifeMs !== null && said === 'begun\n') setTimeout(() => child.kill('SIGKILL'), lifeMs)
  })
  await once(child, 'exit')
  return said.trim().split('\n').at(-1) ?? ''
}
