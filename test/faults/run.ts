import { parseArgs } from 'node:util'
import { simulate } from './simulate.ts'

/** `npm run -s sim:faults -- --entries N --seed S --json`: the last line is one JSON object; exit code 1 for any damage. */
const { values } = parseArgs({
  options: {
    entries: { type: 'string', default: '331000' },
    seed: { type: 'string', default: '1' },
    servers: { type: 'string', default: '4' },
    phones: { type: 'string', default: '160' },
    json: { type: 'boolean', default: false }
  }
})
const report = await simulate({
  entries: Number(values.entries),
  seed: Number(values.seed),
  servers: Number(values.servers),
  phones: Number(values.phones),
  note: text => console.error(`${new Date().toISOString().slice(11, 19)} ${text}`)
})
if (report === null) {
  console.error('PostgreSQL and Redis have to be installed (Debian: postgresql, redis-server).')
  process.exit(69)
}
console.log(values.json ? JSON.stringify(report) : report)
const { lost, duplicated, unnamedGaps, contradictions, passes } = report
process.exit(lost + duplicated + unnamedGaps + contradictions.length + passes.lost + passes.twice === 0 ? 0 : 1)
