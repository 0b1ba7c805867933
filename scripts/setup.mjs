// Plain JavaScript for any Node.js from 18 on: installs the dependencies when the lockfile changed, and checks the runtime.
import { execSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const mark = join(root, 'node_modules', '.setup')
const hash = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex')

if (!existsSync(mark) || readFileSync(mark, 'utf8') !== hash) {
  console.error('Installing dependencies 正在安装依赖 …')
  execSync('npm ci', { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  writeFileSync(mark, hash)
}

const bundled = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
const version = existsSync(bundled)
  ? spawnSync(bundled, ['--version'], { encoding: 'utf8', shell: process.platform === 'win32' }).stdout.trim()
  : process.version
const [major, minor] = version.replace('v', '').split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Node.js ${version} is too old and none is bundled for ${process.platform}-${process.arch}: install Node.js 24 or later.`
  )
  process.exit(1)
}
