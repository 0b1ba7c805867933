import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Plugin } from 'vite'

const TOKEN = 'self.__PRECACHE__'

type Kept = { readonly url: string; readonly hash: string }

/** Writes the list of all files of the build, those of `publicDir` too, into the service worker `sw.js`. */
export function precache(publicDir: string): Plugin {
  return {
    name: 'checkpoint-precache',
    apply: 'build',
    generateBundle: {
      // After everybody else: before it, the HTML pages are not in the bundle yet.
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle['sw.js']
        if (worker?.type !== 'asset') return
        const code = String(worker.source)
        const files: Kept[] = Object.values(bundle)
          .filter(({ fileName }) => fileName !== 'sw.js' && !fileName.endsWith('.map'))
          .map(file => ({ url: file.fileName, hash: hashOf(file.type === 'chunk' ? file.code : file.source) }))
        for (const file of existsSync(publicDir) ? filesBelow(publicDir) : []) {
          files.push({ url: relative(publicDir, file).replaceAll('\\', '/'), hash: hashOf(readFileSync(file)) })
        }
        if (!code.includes(TOKEN)) this.error(`${TOKEN} is not in the service worker`)
        worker.source = code.replace(TOKEN, JSON.stringify(files.sort((a, b) => (a.url < b.url ? -1 : 1))))
      }
    }
  }
}

const hashOf = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex').slice(0, 16)

function* filesBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesBelow(path)
    else yield path
  }
}
