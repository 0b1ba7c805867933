// Spoiled passes against the verification: `npm run -s fuzz -- --count 1000000 --seed 1 --json`. Exit code 1 when one is accepted or throws.
import { parseArgs } from 'node:util'
import { runMutations } from './run-mutations.ts'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false }
  }
})
const [count, seed] = [Number(values.count), Number(values.seed)]
if (!Number.isSafeInteger(count) || count < 1 || !Number.isSafeInteger(seed)) {
  console.error('usage: fuzz [--count <mutations>] [--seed <integer>] [--json]')
  process.exit(2)
}

const report = await runMutations(count, seed)
if (values.json) console.log(JSON.stringify(report))
else {
  console.log(`${report.mutations} mutations, ${report.checked} came as far as a signature check`)
  console.log(`accepted ${report.accepted}, threw ${report.thrown}, slowest ${report.slowestMs.toFixed(2)} ms of processor time`)
  for (const text of report.examples) console.log(JSON.stringify(text))
}
process.exit(report.accepted + report.thrown > 0 ? 1 : 0)
