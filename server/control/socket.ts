import { chmodSync, rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { join, relative } from 'node:path'
import { createInterface } from 'node:readline'

/** What the command line asks of a running service; who may open the data folder may ask. */
export type ControlRequest = { readonly command: 'backup'; readonly file: string; readonly passphrase: string }
export type ControlAnswer = { readonly ok: true; readonly bytes: number } | { readonly ok: false; readonly message: string }

/** A socket's address has 108 bytes on Linux and 104 on macOS. */
const LONGEST_ADDRESS = 103

/** null when no address of the folder is short enough. */
function socketOf(dataDir: string): string | null {
  if (process.platform === 'win32') return `\\\\.\\pipe\\checkpoint-${Buffer.from(dataDir).toString('hex').slice(-40)}`
  const path = join(dataDir, 'control.sock')
  return [path, relative(process.cwd(), path)].find(address => Buffer.byteLength(address) <= LONGEST_ADDRESS) ?? null
}

/** Listens in the data folder: no port, no password, no network. One line of JSON each way. null: its path is too long. */
export async function listenForControl(
  dataDir: string,
  answer: (request: ControlRequest) => Promise<ControlAnswer>
): Promise<Server | null> {
  const path = socketOf(dataDir)
  if (path === null) return null
  rmSync(path, { force: true }) // a killed process leaves it; the database's lock says that nobody listens
  const server = createServer(socket => {
    socket.on('error', () => {})
    createInterface({ input: socket }).once('line', line => {
      void reply(line, answer).then(text => socket.end(`${JSON.stringify(text)}\n`))
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, resolve)
  })
  if (process.platform !== 'win32') chmodSync(path, 0o600)
  return server
}

async function reply(line: string, answer: (request: ControlRequest) => Promise<ControlAnswer>): Promise<ControlAnswer> {
  try {
    return await answer(JSON.parse(line) as ControlRequest)
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}

/** null when no service listens there. */
export function askService(dataDir: string, request: ControlRequest): Promise<ControlAnswer | null> {
  return new Promise((resolve, reject) => {
    const path = socketOf(dataDir)
    if (path === null) return resolve(null)
    const socket = connect(path)
    socket.once('connect', () => socket.write(`${JSON.stringify(request)}\n`))
    socket.once('error', (error: NodeJS.ErrnoException) =>
      ['ENOENT', 'ECONNREFUSED'].includes(error.code ?? '') ? resolve(null) : reject(error)
    )
    createInterface({ input: socket })
      .on('error', () => {})
      .once('line', line => resolve(JSON.parse(line) as ControlAnswer))
  })
}
