import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

export type RunningService = { readonly url: string; kill(): Promise<void>; start(): Promise<void>; output(): string }

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}

/**
 * The real process with sample data on a port of its own; it can be killed as by a power cut and started again.
 * `start` resolves when the service answers, or when the test killed it before it could: phones may reach it sooner.
 */
export async function runService(dataDir: string, publicUrl?: string): Promise<RunningService> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  let child: ChildProcess | null = null
  let text = ''
  const service: RunningService = {
    url,
    output: () => text,
    async start() {
      const args = [
        '--disable-warning=ExperimentalWarning',
        join(ROOT, 'server/main.ts'),
        '--demo',
        '--no-tls',
        '--host',
        '127.0.0.1'
      ]
      const started = spawn(
        process.execPath,
        [...args, '--port', String(port), '--public-url', publicUrl ?? url, '--data', dataDir],
        {
          cwd: ROOT,
          stdio: ['ignore', 'pipe', 'pipe']
        }
      )
      child = started
      for (const stream of [started.stdout, started.stderr]) stream.on('data', data => (text += data))
      for (let attempt = 0; attempt < 200 && started.exitCode === null; attempt++) {
        if (child !== started) return
        if (
          await fetch(`${url}/readyz`).then(
            answer => answer.ok,
            () => false
          )
        )
          return
        await new Promise(resolve => setTimeout(resolve, 100))
      }
      throw new Error(`the service does not answer: ${text}`)
    },
    async kill() {
      const dying = child
      child = null
      if (dying === null || dying.exitCode !== null) return
      const gone = new Promise(resolve => dying.once('exit', resolve))
      dying.kill('SIGKILL')
      await gone
    }
  }
  await service.start()
  return service
}
