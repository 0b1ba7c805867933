import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')

/** Bytes of gzip that a phone loads for the gate's first screen, without the lazily loaded camera and decoder. */
export async function run(): Promise<object> {
  const { status } = spawnSync(process.execPath, ['scripts/build.mjs', '--if-missing'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit']
  })
  if (status !== 0) throw new Error('the build failed')
  const size = (await import('../scripts/size.mjs' as string)) as {
    firstLoad(root: string): string[]
    gzipBytes(root: string, files: string[]): number
  }
  const root = join(ROOT, 'dist/gate')
  const files = size.firstLoad(root)
  return { files: files.length, gzipBytes: size.gzipBytes(root, files) }
}
