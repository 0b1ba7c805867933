import { spawn } from 'node:child_process'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { initialise } from '../server/domain/initialise.ts'
import { openRuntime } from '../server/runtime.ts'
import { generateHouseholds } from '../server/seed/generate.ts'
import { makePlaces } from '../server/seed/places.ts'
import { planFor } from '../server/seed/proportions.ts'
import { SHEET_HEADING, sheetLines } from '../server/seed/csv-lines.ts'
import { option } from './support/installation.ts'

/**
 * A whole subdistrict's list as a CSV file: from the upload over the check to the last row in the register, in a process
 * of its own, whose highest memory is told. `--again` takes the same list in once more, which must change nothing.
 */
export async function run(args: string[]): Promise<object> {
  const dir = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), 'checkpoint-bench-'))
  const scale = option(args, 'scale', 1)
  try {
    const file = join(dir, 'list.csv')
    const rows = await writeList(file, scale)
    await makeSubdistrict(join(dir, 'data'), scale)
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'support/import-list.ts'), dir, file, ...args],
      { stdio: ['ignore', 'pipe', 'inherit'] }
    )
    let said = ''
    child.stdout.on('data', data => {
      said += data
    })
    const [code] = await once(child, 'exit')
    if (code !== 0) throw new Error(`the import ended with ${code}`)
    return { rows, ...JSON.parse(said) }
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

/** Places and accounts, whose passwords cost memory of their own. */
export async function makeSubdistrict(dataDir: string, scale: number): Promise<void> {
  const runtime = await openRuntime({
    dataDir,
    masterKey: { kind: 'data', dir: dataDir },
    publicUrl: 'http://localhost',
    onBusError: console.error
  })
  await initialise(runtime.ctx, { name: '测量街道', nameEn: 'Bench Subdistrict' })
  await makePlaces(runtime.ctx, planFor(scale))
  await runtime.close()
}

export async function writeList(file: string, scale: number): Promise<number> {
  const out = createWriteStream(file)
  out.write(SHEET_HEADING)
  let rows = 0
  for (const household of generateHouseholds(planFor(scale), 1)) {
    const lines = sheetLines(household)
    rows += lines.length
    if (!out.write(lines.join(''))) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
  return rows
}
