import { existsSync } from 'node:fs'
import { build, type Plugin } from 'vite'

/**
 * Builds the service worker as one classic script `sw.js` with nothing to import: not every browser takes modules there.
 * Code that the pages use too is in it once more.
 */
export function workerScript(worker: string): Plugin {
  return {
    name: 'checkpoint-worker-script',
    apply: 'build',
    async generateBundle() {
      if (!existsSync(worker)) return
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: await codeOf(worker) })
    }
  }
}

async function codeOf(worker: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: worker, output: { format: 'iife', entryFileNames: 'sw.js' } }
    }
  })
  const [first] = Array.isArray(built) ? built : [built]
  const chunks = first !== undefined && 'output' in first ? first.output : []
  const [chunk, ...others] = chunks
  if (chunk?.type !== 'chunk' || others.length > 0) throw new Error(`${worker} is not one script`)
  return chunk.code
}
