import { generateKeyPairSync, sign } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OPERATOR } from '../server/domain/context.ts'
import { initialise } from '../server/domain/initialise.ts'
import { actOnMassIssue, createMassIssue } from '../server/domain/mass-issue/manage.ts'
import { runMassIssue } from '../server/domain/mass-issue/run.ts'
import { serialSpreader } from '../server/domain/serials.ts'
import { openRuntime } from '../server/runtime.ts'
import { fillRegister } from '../server/seed/fill-register.ts'
import { generateHouseholds } from '../server/seed/generate.ts'
import { makePlaces } from '../server/seed/places.ts'
import { planFor } from '../server/seed/proportions.ts'
import { option } from './support/installation.ts'

/**
 * From the register to stored passes, community by community, against as many bare signatures after each, so that a slow
 * machine slows both. Choosing is told apart: it reads the register and is done once, before the approval.
 */
export async function run(args: string[]): Promise<object> {
  const plan = planFor(option(args, 'scale', 1))
  const wanted = option(args, 'passes', 120_000)
  const dataDir = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), 'checkpoint-bench-'))
  const runtime = await openRuntime({
    dataDir,
    masterKey: { kind: 'data', dir: dataDir },
    publicUrl: 'http://localhost',
    onBusError: console.error
  })
  const { ctx } = runtime
  try {
    await initialise(ctx, { name: '测量街道', nameEn: 'Bench Subdistrict' })
    const places = await makePlaces(ctx, plan)
    await fillRegister(ctx, places, generateHouseholds(plan, 1), () => undefined)
    const serialOf = serialSpreader(ctx.signer)
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const data = new Uint8Array(60).fill(1)
    const ms = { choose: 0, issue: 0, sign: 0 }
    let passes = 0
    for (const community of places.communities) {
      if (passes >= wanted) break
      const t0 = performance.now()
      const issue = await createMassIssue(ctx, { ...OPERATOR, id: 'bench' }, { kind: 'person', community, hours: 336 })
      if (!issue.ok) throw new Error(issue.failure.code)
      await actOnMassIssue(ctx, OPERATOR, issue.value.id, { action: 'approve' })
      const t1 = performance.now()
      await runMassIssue(ctx, serialOf, issue.value.id)
      const t2 = performance.now()
      for (let i = 0; i < issue.value.total; i++) sign('sha256', data, { key: privateKey, dsaEncoding: 'ieee-p1363' })
      ms.sign += performance.now() - t2
      ms.issue += t2 - t1
      ms.choose += t1 - t0
      const done = await ctx.storage.massIssue(issue.value.id)
      if (done?.state !== 'done' || done.issued !== issue.value.total) throw new Error('not every pass was issued')
      passes += done.issued
    }
    const keys = (await ctx.storage.keys()).map(({ signedCount }) => signedCount)
    return {
      passes,
      mostPerKey: Math.max(...keys),
      chooseSeconds: round(ms.choose / 1000),
      issueSeconds: round(ms.issue / 1000),
      bareSignSeconds: round(ms.sign / 1000),
      ratio: round(ms.issue / ms.sign)
    }
  } finally {
    await runtime.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const round = (value: number): number => Math.round(value * 100) / 100
