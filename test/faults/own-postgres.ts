import { execFile } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { freePort } from '../support/running-service.ts'

const run = promisify(execFile)
const DEBIAN = '/usr/lib/postgresql'

/** A PostgreSQL of the test's own in a folder of its own, which it may stop as by a power cut. */
export type OwnPostgres = { readonly port: number; crash(): Promise<void>; start(): Promise<void>; end(): Promise<void> }

/** null where the programs are not installed. */
export async function ownPostgres(): Promise<OwnPostgres | null> {
  const programs = programFolder()
  if (programs === null) return null
  const dir = mkdtempSync(join(tmpdir(), 'checkpoint-postgres-'))
  const isRoot = process.getuid?.() === 0
  if (isRoot) giveTo('postgres', dir)
  // The server refuses to run as root.
  const call = (name: string, ...args: string[]) => {
    const command = [join(programs, name), ...args]
    return isRoot ? run('runuser', ['-u', 'postgres', '--', ...command], { cwd: dir }) : run(command[0] ?? '', args, { cwd: dir })
  }
  const port = await freePort()
  const data = join(dir, 'data')
  await call('initdb', '-D', data, '-A', 'trust', '-U', 'postgres', '--locale', 'C.UTF-8', '-E', 'UTF8')
  const options = `-p ${port} -k ${dir} -c listen_addresses=127.0.0.1`
  const own: OwnPostgres = {
    port,
    start: async () => void (await call('pg_ctl', '-D', data, '-o', options, '-l', join(dir, 'log'), '-t', '60', '-w', 'start')),
    crash: async () => void (await call('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop')),
    async end() {
      await own.crash().catch(() => {})
      rmSync(dir, { recursive: true, force: true })
    }
  }
  await own.start()
  return own
}

function programFolder(): string | null {
  if (!existsSync(DEBIAN)) return null
  const [newest] = readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a))
  const folder = join(DEBIAN, newest ?? '', 'bin')
  return existsSync(join(folder, 'initdb')) ? folder : null
}

function giveTo(_user: 'postgres', dir: string): void {
  const { uid, gid } = statSync('/var/lib/postgresql')
  chownSync(dir, uid, gid)
}
