// npm run -s sim -- --scans N --seed S --json
import 'fake-indexeddb/auto'
import { parseArgs } from 'node:util'
import { simulate } from './simulate.ts'

const { values } = parseArgs({
  options: {
    scans: { type: 'string', default: '20000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    devices: { type: 'string', default: '160' },
    json: { type: 'boolean', default: false }
  }
})
const seed = Number(values.seed)
const from = performance.now()
// A phone that dies in the middle of a write complains; here that happens all the time.
const complaints = console.error
console.error = () => undefined
const progress = (scans: number): void => void process.stderr.write(`\r${scans} scans, seed ${seed} `)
const result = await simulate({ scans: Number(values.scans), seed, devices: Number(values.devices), onProgress: progress })
console.error = complaints
const { scans, lost, duplicated, unnamedGaps } = result
const isGood = lost === 0 && duplicated === 0 && unnamedGaps === 0
if (!isGood) console.error(`\nfailed with --seed ${seed}`)
const seconds = Math.round((performance.now() - from) / 1000)
if (!values.json) console.table({ ...result, events: JSON.stringify(result.events), seconds })
const { shown, destroyed, quarantined, events } = result
console.log(JSON.stringify({ scans, lost, duplicated, unnamedGaps, seed, shown, destroyed, quarantined, seconds, events }))
process.exit(isGood ? 0 : 1)
