/** `npm run -s bench -- NAME [options] [--json]`: runs one measurement; with --json the last line is one JSON object. */
const BENCHES = [
  'applications',
  'issue',
  'verify',
  'scan',
  'throughput',
  'decode',
  'gate-data',
  'roster',
  'first-load',
  'cold-start',
  'lane',
  'carry-codes',
  'upload',
  'ingest',
  'search',
  'mass-issue',
  'mass-issue-kills',
  'status-list',
  'print',
  'ingest-shared',
  'streams',
  'import',
  'import-kills'
] as const

const [name, ...rest] = process.argv.slice(2)
if (!BENCHES.some(bench => bench === name)) {
  console.error(`usage: npm run -s bench -- ${BENCHES.join('|')} [--json]`)
  process.exit(64)
}
const { run } = (await import(`./${name}.ts`)) as { run: (args: string[]) => Promise<object> }
const result = await run(rest)
if (rest.includes('--json')) console.log(JSON.stringify(result))
else console.table(result)
process.exit(0)
