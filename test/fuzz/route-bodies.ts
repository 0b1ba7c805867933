// Spoiled requests to every route: `npm run -s fuzz:routes -- --count 500 --seed 1 --json`. Exit code 1 when one is not refused as it should be.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fuzzRoutes } from './run-routes.ts'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false }
  }
})
const [count, seed] = [Number(values.count), Number(values.seed)]
if (!Number.isSafeInteger(count) || count < 1 || !Number.isSafeInteger(seed)) {
  console.error('usage: fuzz:routes [--count <requests a route>] [--seed <integer>] [--json]')
  process.exit(2)
}

const dir = mkdtempSync(join(tmpdir(), 'checkpoint-fuzz-'))
const report = await fuzzRoutes(dir, count, seed)
rmSync(dir, { recursive: true })
if (values.json) console.log(JSON.stringify({ ...report, faults: report.faults.length }))
else
  console.log(`${report.routes} routes, ${report.requests} requests, ${report.refused} refused, ${report.faults.length} faults`)
for (const fault of report.faults.slice(0, 20)) console.error(fault)
process.exit(report.faults.length > 0 ? 1 : 0)
