// What a phone loads before anything can be seen, and what must not be in a browser's code. Needs dist/.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** Bytes of gzip for page, styles and the scripts that they name, without what is loaded later. */
const BUDGETS = { gate: 60_000, portal: 60_000, console: 90_000 }
/** Traces of the server's own code and libraries. */
const FORBIDDEN = ['generateKeyPairSync', 'node:crypto', 'createPrivateKey', 'trust_version', 'issuing_key', 'fastify']

let failed = 0
let passed = 0
const check = (name, isGood, detail) => {
  if (isGood) passed++
  else failed++
  console.log(`${isGood ? 'ok  ' : 'OVER'} ${name}: ${detail}`)
}

/** The page and, transitively, every file that its HTML or its static imports name. */
export function firstLoad(root) {
  const found = new Set(['index.html'])
  for (const file of found) {
    if (/\.(png|svg|webmanifest)$/.test(file)) continue
    const text = readFileSync(join(root, file), 'utf8')
    const pattern = file.endsWith('.html')
      ? /(?:src|href)="\.\/([^"]+)"/g
      : /(?:^|[;}\s])(?:import|export)[^;"'()]*["']\.\/([^"']+)["']/g
    for (const [, name] of text.matchAll(pattern)) {
      const target = join(file.endsWith('.html') ? '' : dirname(file), name)
      if (existsSync(join(root, target)) && !/\.(png|svg|webmanifest)$/.test(target)) found.add(target)
    }
  }
  return [...found]
}

export const gzipBytes = (root, files) =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(join(root, file)), { level: 9 }).length, 0)

if (process.argv[1]?.endsWith('size.mjs')) {
  for (const [app, budget] of Object.entries(BUDGETS)) {
    const root = join('dist', app)
    const bytes = gzipBytes(root, firstLoad(root))
    check(`${app} first load`, bytes > 0 && bytes <= budget, `${bytes} of ${budget} bytes gzip`)
    const scripts = readdirSync(join(root, 'assets')).filter(name => name.endsWith('.js'))
    const traces = scripts.flatMap(name =>
      FORBIDDEN.filter(word => readFileSync(join(root, 'assets', name), 'utf8').includes(word))
    )
    check(`${app} has no server code`, traces.length === 0, traces.join(', ') || 'none')
  }
  console.log(`${passed} passed, ${failed} failed`)
  process.exit(failed > 0 ? 1 : 0)
}
