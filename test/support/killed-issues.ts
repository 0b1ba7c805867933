import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { type Context, OPERATOR } from '../../server/domain/context.ts'
import { initialise } from '../../server/domain/initialise.ts'
import { actOnMassIssue, createMassIssue } from '../../server/domain/mass-issue/manage.ts'
import { openRuntime } from '../../server/runtime.ts'
import { fillRegister } from '../../server/seed/fill-register.ts'
import { generateHouseholds } from '../../server/seed/generate.ts'
import { makePlaces } from '../../server/seed/places.ts'
import { planFor } from '../../server/seed/proportions.ts'

const CHILD = join(import.meta.dirname, 'child-issues.ts')

export const openFolder = (dataDir: string) =>
  openRuntime({ dataDir, masterKey: { kind: 'data', dir: dataDir }, publicUrl: 'http://localhost', onBusError: console.error })

export type Prepared = { readonly issues: readonly string[]; readonly people: number }

/** A subdistrict of the scale in the folder, with an approved mass issue for each community that is to run. */
export async function prepareIssues(dataDir: string, scale: number, seed: number): Promise<Prepared> {
  const { ctx, close } = await openFolder(dataDir)
  await initialise(ctx, { name: '测试街道', nameEn: 'Test' })
  const plan = planFor(scale)
  const places = await makePlaces(ctx, plan)
  await fillRegister(ctx, places, generateHouseholds(plan, seed), () => undefined)
  const issues: string[] = []
  for (const community of places.communities) {
    const issue = await createMassIssue(ctx, { ...OPERATOR, id: 'asker' }, { kind: 'person', community, hours: 24 })
    if (!issue.ok) throw new Error(issue.failure.code)
    if (issue.value.state === 'awaiting-approval') await actOnMassIssue(ctx, OPERATOR, issue.value.id, { action: 'approve' })
    issues.push(issue.value.id)
  }
  await close()
  return { issues, people: plan.people }
}

/** A process that goes on with what is running in the folder. Lives for so long after it began, or until it is done; what it said last. */
export async function runChild(dataDir: string, lifeMs: number | null): Promise<string> {
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

export type Account = {
  readonly chosen: number
  readonly passes: number
  /** Choices without a pass; issues that did not end count all of theirs. */
  readonly missing: number
  /** Passes of a holder who has another one. */
  readonly doubled: number
  /** Passes with no record of their issue, or with more than one. */
  readonly withoutRecord: number
  /** Signatures that the keys count too many or too few. */
  readonly miscounted: number
}

/** What is there after all, from the database alone. */
export async function accountFor(ctx: Context, issues: readonly string[]): Promise<Account> {
  let chosen = 0
  let missing = 0
  for (const id of issues) {
    const issue = await ctx.storage.massIssue(id)
    chosen += issue?.total ?? 0
    missing += issue?.state === 'done' ? issue.total - issue.issued : (issue?.total ?? 0)
  }
  const passes = await ctx.storage.passes({ community: null, limit: 1_000_000 })
  let withoutRecord = 0
  for (const { serial } of passes) if ((await ctx.storage.passEvents(serial)).length !== 1) withoutRecord++
  const signed = (await ctx.storage.keys()).reduce((sum, { signedCount }) => sum + signedCount, 0)
  return {
    chosen,
    passes: passes.length,
    missing: missing + Math.max(0, chosen - passes.length),
    doubled: passes.length - new Set(passes.map(({ documentIndex, serial }) => documentIndex ?? serial)).size,
    withoutRecord,
    miscounted: Math.abs(signed - passes.length)
  }
}
