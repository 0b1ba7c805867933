// What the browser apps weigh and what they must not carry: `npm run -s build && npm run -s size`.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { firstLoadOf, totalBytes } from '../bench/first-load.ts'

const GATE = 'dist/gate'
const GATE_FIRST_LOAD_BYTES = 60_000
/** Each word stands for code that has no business on a volunteer's phone. */
const FORBIDDEN = [
  // In quotes: a field of an object may be called so.
  ...['"', "'", '`'].map(quote => [`${quote}node:`, 'a module of Node.js']),
  ['fastify', 'the server'],
  ['kysely', 'the storage'],
  ['sqlite', 'the storage'],
  ['scrypt', 'password hashing'],
  ['PRIVATE KEY', 'a private key'],
  ['pdfkit', 'printing'],
  ['libphonenumber', 'identifiers of residents'],
  ['typebox', 'the schema library'],
  ['additionalProperties', 'the schemas'],
  ['__checkpoint', 'a back door for tests']
]
/** Loaded when the camera is opened, never before. */
const LATER = [
  ['Html5Qrcode', 'the camera library'],
  ['zxing_reader', 'the decoder']
]

const checks = []
const check = (what, isRight, detail = '') => checks.push({ what, result: isRight ? 'passed' : 'failed', detail })

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesBelow(path)
    else yield path
  }
}
const text = path => readFileSync(path, 'utf8')

if (!existsSync(join(GATE, 'index.html'))) {
  console.error(`${GATE} is not built: npm run build`)
  process.exit(1)
}
const all = [...filesBelow(GATE)]
const scripts = all.filter(path => path.endsWith('.js'))
const first = firstLoadOf(GATE)
const bytes = totalBytes(first)
console.table(first.sort((a, b) => b.gzipBytes - a.gzipBytes))
check('gate: first load', bytes <= GATE_FIRST_LOAD_BYTES, `${bytes} of ${GATE_FIRST_LOAD_BYTES} bytes gzip`)

for (const [word, what] of LATER) {
  const early = first.filter(({ path }) => path.endsWith('.js') && path !== 'sw.js' && text(join(GATE, path)).includes(word))
  check(`gate: ${what} is not in the first load`, early.length === 0, early.map(({ path }) => path).join(' '))
}
for (const [word, what] of FORBIDDEN) {
  const found = scripts.filter(path => text(path).includes(word))
  check(`gate: no ${word} (${what})`, found.length === 0, found.map(path => relative(GATE, path)).join(' '))
}
const worker = text(join(GATE, 'sw.js'))
const unkept = all
  .map(path => relative(GATE, path).replaceAll('\\', '/'))
  .filter(path => path !== 'sw.js' && !worker.includes(`"${path}"`))
check('gate: every file is kept for offline use', unkept.length === 0, unkept.join(' '))
check(
  'gate: the decoder is among them',
  all.some(path => path.endsWith('.wasm'))
)

/** The first load of a page that only shows a pass. */
const PORTAL_FIRST_LOAD_BYTES = 40_000
/** Loaded by who applies for a card or employs people. */
const PORTAL_LATER = [
  ['checkpoint.employers', 'the employers’ pages'],
  ['checkpoint.work-form', 'the form for a work card'],
  ['worksheets/', 'the spreadsheet reader']
]
if (existsSync(join('dist/portal', 'index.html'))) {
  const portal = firstLoadOf('dist/portal')
  const weight = totalBytes(portal)
  check('portal: first load', weight <= PORTAL_FIRST_LOAD_BYTES, `${weight} of ${PORTAL_FIRST_LOAD_BYTES} bytes gzip`)
  for (const [word, what] of PORTAL_LATER) {
    const early = portal.filter(
      ({ path }) => path.endsWith('.js') && path !== 'sw.js' && text(join('dist/portal', path)).includes(word)
    )
    check(`portal: ${what} is not in the first load`, early.length === 0, early.map(({ path }) => path).join(' '))
  }
}

for (const app of ['portal', 'console']) {
  const folder = join('dist', app)
  if (!existsSync(join(folder, 'index.html'))) continue
  check(
    `${app}: no decoder`,
    ![...filesBelow(folder)].some(path => path.endsWith('.wasm')),
    `first load ${totalBytes(firstLoadOf(folder))} bytes gzip`
  )
}

console.table(checks)
const failed = checks.filter(({ result }) => result === 'failed').length
console.log(`${checks.length - failed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
