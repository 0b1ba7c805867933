// Each folder is checked with the globals that it really has: shared/ has none, browsers no Node, workers no DOM.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const projects = [
  'shared',
  'server',
  'ui',
  'ui/sw',
  'scanner',
  'scanner/sw',
  'scanner/decode/worker',
  'scanner/log/copy/worker',
  'portal',
  'portal/sw',
  'console',
  'console/sw',
  '.'
]
/** What did not change since the last check is not checked again. */
const buildInfo = project => join(process.cwd(), 'node_modules/.cache/types', `${project.replaceAll(/\W/g, '-')}.tsbuildinfo`)

let failed = 0
for (const project of projects.filter(name => existsSync(`${name}/tsconfig.json`))) {
  const { status } = spawnSync('tsc', ['-p', project, '--incremental', '--tsBuildInfoFile', buildInfo(project)], {
    stdio: 'inherit',
    shell: process.platform === 'win32'
  })
  if (status !== 0) failed++
}
console.log(`types: ${projects.length - failed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
