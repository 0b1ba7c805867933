import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OPERATOR } from '../../server/domain/context.ts'
import { addCommunity, addGate, addSite } from '../../server/domain/directory.ts'
import { initialise } from '../../server/domain/initialise.ts'
import { openRuntime, type Runtime } from '../../server/runtime.ts'

export type Bench = {
  readonly runtime: Runtime
  readonly sites: readonly number[]
  readonly gates: readonly string[]
  end(): Promise<void>
}

/** A fresh installation with `count` sites of one gate each, on the real disk; gone after `end`. */
export async function benchInstallation(count: number): Promise<Bench> {
  const dataDir = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), 'checkpoint-bench-'))
  const runtime = await openRuntime({
    dataDir,
    masterKey: { kind: 'data', dir: dataDir },
    publicUrl: 'http://localhost',
    onBusError: console.error
  })
  const { ctx } = runtime
  await initialise(ctx, { name: '测量街道', nameEn: 'Bench Subdistrict' })
  const community = await addCommunity(ctx, OPERATOR, { name: '测量社区', nameEn: 'Bench Community' })
  if (!community.ok) throw new Error(community.failure.code)
  const sites: number[] = []
  const gates: string[] = []
  for (let number = 1; number <= count; number++) {
    await addSite(ctx, OPERATOR, {
      community: community.value.id,
      number,
      name: `测量小区${number}`,
      nameEn: `Bench Compound ${number}`
    })
    const gate = await addGate(ctx, OPERATOR, { site: number, name: '东门', nameEn: 'East gate', directions: ['in', 'out'] })
    if (!gate.ok) throw new Error(gate.failure.code)
    sites.push(number)
    gates.push(gate.value.id)
  }
  return {
    runtime,
    sites,
    gates,
    async end() {
      await runtime.close()
      rmSync(dataDir, { recursive: true, force: true })
    }
  }
}

export const option = (args: readonly string[], name: string, standard: number): number => {
  const at = args.indexOf(`--${name}`)
  return at < 0 ? standard : Number(args[at + 1])
}
