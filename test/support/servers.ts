import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './running-service.ts'

const ROOT = join(import.meta.dirname, '../..')
const READY_MS = 60_000

export type Server = {
  readonly url: string
  start(): Promise<void>
  /** As a power cut ends it. */
  kill(): Promise<void>
  /** As an operator ends it: it drains first. The exit code. */
  stop(): Promise<number | null>
  output(): string
}
export type Servers = { readonly all: readonly Server[]; end(): Promise<void> }

export type Shared = { readonly databaseUrl: string; readonly redisUrl: string | null; readonly masterKey?: string }

/** Real processes on one database; the first makes the sample community, the others join. */
export async function startServers(count: number, shared: Shared): Promise<Servers> {
  const dir = mkdtempSync(join(tmpdir(), 'checkpoint-servers-'))
  const ports = await Promise.all(Array.from({ length: count }, freePort))
  const all = ports.map((port, index) => server(join(dir, String(index)), port, shared))
  const end = async (): Promise<void> => {
    await Promise.all(all.map(one => one.kill()))
    rmSync(dir, { recursive: true, force: true })
  }
  try {
    await all[0]?.start()
    await Promise.all(all.slice(1).map(one => one.start()))
  } catch (error) {
    await end()
    throw error
  }
  return { all, end }
}

function server(dataDir: string, port: number, { databaseUrl, redisUrl, masterKey }: Shared): Server {
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess | null = null
  let text = ''
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl ?? '',
    CHECKPOINT_MASTER_KEY: masterKey ?? Buffer.alloc(32, 7).toString('base64'),
    CHECKPOINT_TRUST_PROXY: '127.0.0.1'
  }
  const options = ['--demo', '--no-tls', '--host', '127.0.0.1', '--port', String(port), '--public-url', url, '--data', dataDir]
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> => {
    const dying = child
    child = null
    if (dying === null || dying.exitCode !== null || dying.signalCode !== null) return null
    const gone = once(dying, 'exit')
    dying.kill(signal)
    return (await gone)[0]
  }
  return {
    url,
    output: () => text,
    async start() {
      const started = spawn(
        process.execPath,
        ['--disable-warning=ExperimentalWarning', join(ROOT, 'server/main.ts'), ...options],
        {
          cwd: ROOT,
          env,
          stdio: ['ignore', 'pipe', 'pipe']
        }
      )
      child = started
      process.once('exit', () => started.kill('SIGKILL'))
      for (const stream of [started.stdout, started.stderr])
        stream.on('data', data => {
          text = (text + data).slice(-20_000)
        })
      for (const until = performance.now() + READY_MS; performance.now() < until && child === started; ) {
        if (started.exitCode !== null) throw new Error(`the server ended: ${text}`)
        if (await isReady(url)) return
        await new Promise(resolve => setTimeout(resolve, 50))
      }
      if (child === started) throw new Error(`the server does not answer: ${text}`)
    },
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM')
  }
}

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(
    answer => answer.ok,
    () => false
  )
