#!/usr/bin/env node
// The package's command: starts the TypeScript entry with the Node.js that can run it.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const bundled = join(root, 'node_modules', '.bin', 'node')
const node = existsSync(bundled) ? bundled : process.execPath
const { status } = spawnSync(
  node,
  ['--disable-warning=ExperimentalWarning', join(root, 'server/cli.ts'), ...process.argv.slice(2)],
  { stdio: 'inherit' }
)
process.exit(status ?? 1)
