import { join } from 'node:path'
import { defineConfig } from 'vite'
import { precache } from './scripts/vite/precache.ts'
import { stubZxingJs } from './scripts/vite/stub-zxing-js.ts'
import { workerScript } from './scripts/vite/worker-script.ts'

/** Each app is a build of its own, so that none can carry another's code. Which one: CHECKPOINT_APP. */
const APPS: Readonly<Record<string, string>> = { gate: 'scanner', portal: 'portal', console: 'console' }

const app = process.env.CHECKPOINT_APP ?? 'gate'
const folder = APPS[app]
if (folder === undefined) throw new Error(`CHECKPOINT_APP: ${app} is none of ${Object.keys(APPS).join(', ')}`)
const root = join(import.meta.dirname, folder)
const worker = join(root, 'sw/sw.ts')

export default defineConfig({
  root,
  base: './',
  publicDir: join(root, 'public'),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [stubZxingJs(), workerScript(worker), precache(join(root, 'public'))],
  worker: { format: 'es' },
  build: {
    outDir: join(import.meta.dirname, 'dist', app),
    emptyOutDir: true,
    target: 'es2022',
    // Content-Security-Policy has no inline anything.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: join(root, 'index.html') },
      output: { entryFileNames: 'assets/[name]-[hash].js' }
    }
  }
})
