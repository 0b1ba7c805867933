import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createClient } from 'redis'
import { freePort } from './running-service.ts'

const STANDARD = 'redis://127.0.0.1:6379'

/** null when no server answers and none was named: the tests say so and are skipped. */
export async function reachableRedis(): Promise<string | null> {
  const url = process.env.TEST_REDIS_URL ?? STANDARD
  const client = createClient({ url, socket: { reconnectStrategy: false, connectTimeout: 2_000 } })
  client.on('error', () => {})
  try {
    await client.connect()
    client.destroy()
    return url
  } catch (error) {
    if (process.env.TEST_REDIS_URL !== undefined) throw error
    return null
  }
}

export type OwnRedis = { readonly url: string; stop(): Promise<void>; start(): Promise<void> }

/** A Redis of the test's own, which it may stop and start; null where the program is not installed. */
export async function ownRedis(options: readonly string[] = []): Promise<OwnRedis | null> {
  const port = await freePort()
  let child: ChildProcess | null = null
  const own: OwnRedis = {
    url: `redis://127.0.0.1:${port}`,
    async start() {
      const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', ...options]
      const started = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'ignore'] })
      child = started
      await new Promise<void>((resolve, reject) => {
        started.on('error', reject)
        started.on('exit', code => reject(new Error(`redis-server ended with ${code}`)))
        started.stdout.on('data', (text: Buffer) => (text.includes('Ready to accept') ? resolve() : undefined))
      })
    },
    async stop() {
      const dying = child
      child = null
      if (dying === null || dying.exitCode !== null) return
      const gone = once(dying, 'exit')
      dying.kill('SIGKILL')
      await gone
    }
  }
  try {
    await own.start()
    return own
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
