// Runs tap and closes with one plain line, "N passed, N failed".
import { spawn } from 'node:child_process'

const child = spawn('tap', [...process.argv.slice(2)], {
  stdio: ['ignore', 'pipe', 'inherit'],
  shell: process.platform === 'win32'
})
let tail = ''
child.stdout.on('data', data => {
  process.stdout.write(data)
  tail = (tail + data).slice(-4_000)
})
child.on('close', code => {
  const summary = tail.match(/# \{([^}]*)\}/g)?.at(-1) ?? ''
  const count = name => Number(summary.match(new RegExp(`\\b${name}: (\\d+)`))?.[1] ?? 0)
  const failed = Math.max(count('fail'), code === 0 ? 0 : 1)
  const skipped = count('skip') + count('todo')
  console.log(`${count('pass')} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  process.exit(failed > 0 || count('pass') === 0 ? 1 : 0)
})
