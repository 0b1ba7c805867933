// The browser tests, one after the other: they own ports, cameras and memory. Closes with "N passed, N failed".
import { readdirSync } from 'node:fs'
import { spawnSync } from 'node:child_process'

const files = readdirSync('test/e2e')
  .filter(name => name.endsWith('.test.ts'))
  .map(name => `test/e2e/${name}`)
const { status } = spawnSync(process.execPath, ['scripts/test.mjs', '--jobs=1', '--timeout=480', '--exclude=none', ...files], {
  stdio: 'inherit'
})
process.exit(status ?? 1)
