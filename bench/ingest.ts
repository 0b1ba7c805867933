import { epochMs } from '../shared/time.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { WireEntry } from '../shared/schema/gate.ts'
import { buildApp } from '../server/app.ts'
import { addAccount } from '../server/domain/accounts.ts'
import { OPERATOR } from '../server/domain/context.ts'
import { openSqliteStorage } from '../server/storage/sqlite/open.ts'
import type { NewStoredEntry } from '../server/ports/log-storage.ts'
import { chainOf, enrol } from '../test/support/device.ts'
import { ingestBatch } from './support/ingest-batch.ts'
import { benchInstallation, option } from './support/installation.ts'

const BATCH = 500
const DEVICES = 8
const PASSWORD = 'bench-password-2020'
const PASSED = { keyId: '0123abcd', kind: 'person', verdict: 'PASS', reasons: ['OK'], admitted: true } as const
/** At the worst gate somebody passes every four seconds. */
const EVERY_MS = 4_000
const PASSES = 120_000

type Storing = { readonly entries: number; readonly storageMs: number; readonly bareMs: number }

/** Through the storage alone (the figure that the budget means), and through HTTP with its signatures, hashes and checks. */
export async function run(args: string[]): Promise<object> {
  const { entries, storageMs, bareMs } = await intoStorage(option(args, 'seconds', 6))
  const overHttp = await throughHttp(option(args, 'http-entries', 16_000))
  return {
    entries,
    devices: DEVICES,
    batch: BATCH,
    bareInsertsPerSecond: perSecond(entries, bareMs),
    ratio: Math.round((bareMs / storageMs) * 100) / 100,
    httpEntriesPerSecond: overHttp,
    entriesPerSecond: perSecond(entries, storageMs)
  }
}

const perSecond = (count: number, ms: number): number => Math.round((count / ms) * 1000)

/**
 * Batches of several devices, each answered after its fsync, against bare prepared inserts of the same content in
 * transactions of the same size on the same disk: in turns, so that a slow disk slows both. The storage looks for what
 * it holds already, judges chains, keeps gaps and has four indexes; the bare table has one key.
 */
async function intoStorage(seconds: number): Promise<Storing> {
  const dir = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), 'checkpoint-ingest-'))
  const storage = await openSqliteStorage({ file: join(dir, 'checkpoint.db') })
  const bare = bareTable(join(dir, 'bare.db'))
  let entries = 0
  let storageMs = 0
  let bareMs = 0
  try {
    for (let first = 1; storageMs + bareMs < seconds * 1000; first += BATCH) {
      const batches = Array.from({ length: DEVICES }, (_, device) => ingestBatch(device, first, BATCH))
      const t0 = performance.now()
      const outcomes = await Promise.all(batches.map(batch => storage.appendEntries(batch)))
      const t1 = performance.now()
      for (const batch of batches) bare.insert(batch)
      storageMs += t1 - t0
      bareMs += performance.now() - t1
      if (outcomes.flat().some(outcome => outcome !== 'stored')) throw new Error('an entry was not stored')
      entries += DEVICES * BATCH
    }
    const log = await storage.deviceLog('device-0', 1)
    if (log.contiguous !== entries / DEVICES) throw new Error(`the storage holds ${log.contiguous} of ${entries / DEVICES}`)
  } finally {
    await storage.close()
    bare.close()
    rmSync(dir, { recursive: true, force: true })
  }
  return { entries, storageMs, bareMs }
}

/** Several phones at once over loopback; sender and server share this process. Entries per second. */
async function throughHttp(entries: number): Promise<number> {
  const bench = await benchInstallation(1)
  const { ctx } = bench.runtime
  const account = { username: 'bench', displayName: 'bench', role: 'administrator', community: null, password: PASSWORD } as const
  await addAccount(ctx, OPERATOR, account)
  const app = await buildApp({ ctx, distDir: null, hasRateLimits: false })
  try {
    const address = await app.listen({ port: 0, host: '127.0.0.1' })
    const payload = { username: account.username, password: PASSWORD }
    const signIn = await app.inject({ method: 'POST', url: '/api/v1/session', payload })
    const cookie = String(signIn.headers['set-cookie']).split(';')[0] ?? ''
    const phones: { token: string; bodies: string[] }[] = []
    for (let phone = 0; phone < DEVICES; phone++) {
      const { id, token } = await enrol(app, cookie, 1, Date.now())
      const count = Math.ceil(entries / DEVICES)
      const passage = (number: number) => ({
        ...PASSED,
        serial: ((phone * count + number) * 7_919) % PASSES,
        deviceMs: epochMs(Date.now() - (count - number) * EVERY_MS)
      })
      const queue = await chainOf(id, bench.gates[0] ?? '', count, Date.now(), passage)
      phones.push({ token, bodies: bodiesOf(queue) })
    }
    const t0 = performance.now()
    await Promise.all(phones.map(phone => deliver(`${address}/api/v1/gate/entries`, phone)))
    return perSecond(entries, performance.now() - t0)
  } finally {
    await app.close()
    await bench.end()
  }
}

function bodiesOf(queue: readonly WireEntry[]): string[] {
  const bodies: string[] = []
  for (let from = 0; from < queue.length; from += BATCH) {
    const entries = queue.slice(from, from + BATCH)
    bodies.push(JSON.stringify({ entries, unsent: queue.length - from, deviceMs: Date.now() }))
  }
  return bodies
}

async function deliver(url: string, { token, bodies }: { token: string; bodies: string[] }): Promise<void> {
  for (const body of bodies) {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
    const answer = await fetch(url, { method: 'POST', headers, body })
    const { quarantined } = (await answer.json()) as { quarantined?: number[] }
    if (!answer.ok || quarantined?.length !== 0) throw new Error(`a batch was not taken: ${answer.status}`)
  }
}

function bareTable(file: string) {
  const db = new DatabaseSync(file)
  db.exec('pragma locking_mode = exclusive; pragma journal_mode = wal; pragma synchronous = full')
  db.exec('create table entry (device text, number integer, body text, primary key (device, number))')
  const insert = db.prepare('insert into entry values (?, ?, ?)')
  return {
    insert(batch: readonly NewStoredEntry[]): void {
      db.exec('begin')
      for (const entry of batch) insert.run(entry.device, entry.number, JSON.stringify(entry))
      db.exec('commit')
    },
    close: () => db.close()
  }
}
