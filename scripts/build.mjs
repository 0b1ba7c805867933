// Builds the three browser apps into dist/. With --if-missing only what is not there or older than its sources.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const APPS = { gate: 'scanner', portal: 'portal', console: 'console' }
const SHARED_SOURCES = ['shared', 'ui', 'scripts/vite', 'vite.config.ts', 'package-lock.json']

function* files(path) {
  if (!existsSync(path)) return
  if (!statSync(path).isDirectory()) yield path
  else for (const name of readdirSync(path).sort()) yield* files(join(path, name))
}

function sourceHash(folder) {
  const hash = createHash('sha256')
  for (const root of [folder, ...SHARED_SOURCES]) for (const file of files(root)) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

const isLazy = process.argv.includes('--if-missing')
mkdirSync('dist', { recursive: true })
for (const [app, folder] of Object.entries(APPS)) {
  if (!existsSync(join(folder, 'index.html'))) continue
  const mark = join('dist', `.${app}`)
  const hash = sourceHash(folder)
  const isThere = existsSync(mark) && existsSync(join('dist', app, 'index.html'))
  if (isLazy && isThere && readFileSync(mark, 'utf8') === hash) continue
  const { status } = spawnSync('vite', ['build', '--logLevel', 'warn'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, CHECKPOINT_APP: app }
  })
  if (status !== 0) process.exit(status ?? 1)
  writeFileSync(mark, hash)
}
