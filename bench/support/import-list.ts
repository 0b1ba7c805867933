import { createReadStream, rmSync } from 'node:fs'
import { join } from 'node:path'
import { OPERATOR } from '../../server/domain/context.ts'
import { readImport } from '../../server/domain/import/import-view.ts'
import { actOnImport, mapImport, previewImport } from '../../server/domain/import/manage.ts'
import { runImport } from '../../server/domain/import/run-import.ts'
import { takeUpload } from '../../server/domain/import/take-upload.ts'
import { openRuntime } from '../../server/runtime.ts'
import { MAX_FILE_BYTES } from '../../server/sheets/limits.ts'
import { readSheets } from '../../server/sheets/read-sheets.ts'
import { keepUpload } from '../../server/sheets/temp-file.ts'
import type { Outcome } from '../../server/domain/context.ts'

/** Takes a list into the subdistrict of the folder, and says in one line of JSON how long each part took. */
const [dir = '', file = '', ...rest] = process.argv.slice(2)
const dataDir = join(dir, 'data')
const { ctx, close } = await openRuntime({
  dataDir,
  masterKey: { kind: 'data', dir: dataDir },
  publicUrl: 'http://localhost',
  onBusError: console.error
})

const begun = performance.now()
const first = await take()
const seconds = (performance.now() - begun) / 1000
const cpu = process.cpuUsage()
const cpuSeconds = (cpu.user + cpu.system) / 1e6
const peakMB = Math.round(process.resourceUsage().maxRSS / 1024)
const again = rest.includes('--again') ? await take() : null
await close()
rmSync(dataDir, { recursive: true, force: true })
console.log(
  JSON.stringify({
    ...first,
    ...(again === null ? {} : { again }),
    seconds: round(seconds),
    cpuSeconds: round(cpuSeconds),
    peakMB
  })
)

async function take() {
  const times: Record<string, number> = {}
  let from = performance.now()
  const lap = (name: string): void => {
    times[name] = round((performance.now() - from) / 1000)
    if (process.env.BENCH_MEMORY !== undefined) console.error(name, process.memoryUsage(), process.resourceUsage().maxRSS / 1024)
    from = performance.now()
  }
  const kept = await keepUpload(join(dir, 'uploads'), createReadStream(file), MAX_FILE_BYTES)
  const { id } = must(await takeUpload(ctx, OPERATOR, { name: 'list.csv' }, () => readSheets(kept)))
  kept.close()
  lap('uploadSeconds')
  const { mapping } = must(await previewImport(ctx, OPERATOR, id))
  must(await mapImport(ctx, OPERATOR, id, mapping))
  await runImport(ctx, id)
  lap('checkSeconds')
  must(await actOnImport(ctx, OPERATOR, id, { action: 'import' }))
  await runImport(ctx, id)
  lap('writeSeconds')
  const { state, counts } = must(await readImport(ctx, OPERATOR, id))
  if (state !== 'done') throw new Error(`the import is ${state}`)
  const { newHouseholds, changedHouseholds, sameHouseholds, newPeople, bad, conflicts } = counts
  return { newHouseholds, changedHouseholds, sameHouseholds, newPeople, bad, conflicts, ...times }
}

function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure))
  return outcome.value
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
