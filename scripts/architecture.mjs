// Who may import whom, as data. `node scripts/architecture.mjs [root]`; test/architecture.test.ts plants violations and expects them to be named.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

/** Folder → folders of this repository that it may import from (itself always). The longest matching folder decides. */
const MAY_IMPORT = {
  shared: [],
  'server/ports': ['shared'],
  'server/domain': ['shared', 'server/ports'],
  'server/http': ['shared', 'server/ports', 'server/domain', 'server/print', 'server/sheets'],
  'server/storage': ['shared', 'server/ports'],
  'server/bus': ['shared', 'server/ports'],
  'server/keys': ['shared', 'server/ports'],
  'server/print': ['shared'],
  'server/sheets': ['shared', 'server/ports'],
  'server/tls': ['server/config.ts', 'server/keys'],
  server: ['shared', 'server'],
  ui: ['shared'],
  scanner: ['shared', 'ui'],
  portal: ['shared', 'ui'],
  console: ['shared', 'ui'],
  test: ['shared', 'server', 'scanner', 'portal', 'console', 'ui', 'bench', 'scripts'],
  bench: ['shared', 'server', 'scanner', 'scripts/vite', 'test/support', 'test/vectors'],
  scripts: ['shared', 'server', 'test/support', 'bench']
}
/** Packages that pure code may name. */
const SHARED_PACKAGES = ['typebox']
/** Only the storage speaks SQL; only one file of the scanner knows html5-qrcode. */
const ONLY_IN = {
  kysely: ['server/storage', 'test', 'bench'],
  'node:sqlite': ['server/storage', 'test', 'bench'],
  'html5-qrcode': ['scanner/camera']
}
const BROWSER = ['ui', 'scanner', 'portal', 'console']

const IMPORTS = [
  /^\s*import\s*['"]([^'"\n]+)['"]/gm,
  /^\s*(?:import|export)\s[^'"\n;=]*?from\s*['"]([^'"\n]+)['"]/gm,
  /^\s*(?:import|export)\s*(?:type\s*)?(?:\w+\s*,\s*)?\{[^}'"]*\}\s*from\s*['"]([^'"]+)['"]/gm,
  /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g
]
/** Holds planted imports as text. */
const NOT_READ = ['test/architecture.test.ts']

export function findViolations(root) {
  const violations = []
  const graph = new Map()
  for (const file of sources(root, root)) {
    const imports = importsOf(readFileSync(join(root, file), 'utf8'))
    const targets = []
    for (const specifier of imports) {
      const target = specifier.startsWith('.')
        ? relative(root, resolve(root, dirname(file), specifier.replace(/\?.*$/, '')))
        : null
      if (target !== null) targets.push(target)
      const why = whyForbidden(file, specifier, target)
      if (why !== null) violations.push(`${file}: ${specifier} (${why})`)
    }
    graph.set(file, targets)
  }
  return [...violations, ...cycles(graph)]
}

function whyForbidden(file, specifier, target) {
  const folder = Object.keys(MAY_IMPORT)
    .filter(name => isIn(file, name))
    .sort((a, b) => b.length - a.length)[0]
  if (folder === undefined) return null
  if (target === null) return whyPackageForbidden(file, folder, specifier)
  if (isIn(target, folder) || MAY_IMPORT[folder].some(allowed => isIn(target, allowed))) return null
  return `${folder} may not import it`
}

function whyPackageForbidden(file, folder, specifier) {
  const name = specifier.startsWith('@') ? specifier.split('/').slice(0, 2).join('/') : specifier.split('/')[0]
  if (folder === 'shared' && !SHARED_PACKAGES.includes(name)) return 'shared imports nothing but its schema library'
  if (BROWSER.includes(folder) && specifier.startsWith('node:')) return 'a browser has no Node.js'
  const homes = ONLY_IN[specifier] ?? ONLY_IN[name]
  return homes === undefined || homes.some(home => isIn(file, home)) ? null : `only in ${homes[0]}`
}

const isIn = (file, folder) => file === folder || file.startsWith(`${folder}/`)

const importsOf = text => [...new Set(IMPORTS.flatMap(pattern => [...text.matchAll(pattern)].map(match => match[1])))]

function* sources(root, folder) {
  for (const name of readdirSync(folder)) {
    if (name === 'node_modules' || name === 'dist' || name.startsWith('.')) continue
    const path = join(folder, name)
    if (statSync(path).isDirectory()) yield* sources(root, path)
    else if (/\.(ts|tsx|mjs)$/.test(name) && !name.endsWith('.d.ts') && !NOT_READ.includes(relative(root, path)))
      yield relative(root, path)
  }
}

function cycles(graph) {
  const found = []
  const state = new Map()
  const visit = (file, trail) => {
    if (state.get(file) === 'done' || !graph.has(file)) return
    if (state.get(file) === 'open') {
      found.push(`cycle: ${[...trail.slice(trail.indexOf(file)), file].join(' → ')}`)
      return
    }
    state.set(file, 'open')
    for (const target of graph.get(file)) visit(target, [...trail, file])
    state.set(file, 'done')
  }
  for (const file of graph.keys()) visit(file, [])
  return found
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === import.meta.filename) {
  const root = resolve(process.argv[2] ?? '.')
  if (!existsSync(join(root, 'shared'))) throw new Error(`${root} is not the project's folder`)
  const violations = findViolations(root)
  for (const violation of violations) console.error(violation)
  console.log(`architecture: ${violations.length === 0 ? 'as designed' : `${violations.length} violations`}`)
  process.exit(violations.length === 0 ? 0 : 1)
}
