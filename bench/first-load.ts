import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { gzipSync } from 'node:zlib'

/** `path`: below the app's folder. */
export type LoadedFile = { readonly path: string; readonly gzipBytes: number }

const TAGS = /<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+)"/g
/** Static imports alone: what `import()` names is fetched when it is needed. */
const STATIC_IMPORTS = /(?:^|[;}\s])(?:import|export)\s*(?:[\w$*{}\s,]+?\s*from\s*)?["'](\.{1,2}\/[^"']+)["']/g

/** What a browser fetches before the first screen of a built app: page, manifest, icons, styles, scripts, service worker. */
export function firstLoadOf(appDir: string): LoadedFile[] {
  const seen = new Set<string>(['index.html'])
  const queue = [...named(appDir, 'index.html', TAGS)]
  if (existsSync(join(appDir, 'sw.js'))) queue.push('sw.js')
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (seen.has(path)) continue
    seen.add(path)
    if (path.endsWith('.js')) queue.push(...named(appDir, path, STATIC_IMPORTS))
  }
  return [...seen].map(path => ({ path, gzipBytes: gzipSync(readFileSync(join(appDir, path))).length }))
}

function named(appDir: string, path: string, pattern: RegExp): string[] {
  const text = readFileSync(join(appDir, path), 'utf8')
  const targets = [...text.matchAll(pattern)].map(match => match[1] as string)
  return targets
    .filter(target => !/^[a-z]+:/.test(target))
    .map(target => posix.normalize(posix.join(posix.dirname(path), target)))
}

export const totalBytes = (files: readonly LoadedFile[]): number => files.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0)

/** Size of the gate's first load with gzip, camera and decoder left for later. Builds the app when it is not there. */
export async function run(_args: string[]): Promise<object> {
  const { status } = spawnSync(process.execPath, ['scripts/build.mjs', '--if-missing'], { stdio: ['ignore', 2, 2] })
  if (status !== 0) throw new Error('the apps could not be built')
  const files = firstLoadOf('dist/gate')
  return { gzipBytes: totalBytes(files), files: files.length }
}
