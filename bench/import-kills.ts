import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { planFor } from '../server/seed/proportions.ts'
import { killedImport } from '../test/support/killed-import.ts'
import { makeSubdistrict, writeList } from './import.ts'
import { option } from './support/installation.ts'

/** A list whose check and import are killed `--kills` times at random moments: no row twice, none missing. */
export async function run(args: string[]): Promise<object> {
  const scale = option(args, 'scale', 1)
  const plan = planFor(scale)
  const dir = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), 'checkpoint-bench-'))
  try {
    const file = join(dir, 'list.csv')
    const listed = await writeList(file, scale)
    await makeSubdistrict(join(dir, 'data'), scale)
    const result = await killedImport(join(dir, 'data'), file, option(args, 'kills', 50), option(args, 'longest', 2_000), 3)
    return { ...result, rowsMissing: listed - result.rows, peopleMissing: plan.people - result.people }
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}
