import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { CHAIN_START } from '../shared/log/chain.ts'
import { openSqliteStorage } from '../server/storage/sqlite/open.ts'
import type { NewStoredEntry } from '../server/ports/log-storage.ts'
import { option } from './support/installation.ts'

const BATCH = 500
const DEVICES = 8
const CONSTANT = { boot: 'boot-1', gate: 'bench-gate', keyId: '0123abcd' }

/**
 * Entries of several devices into the storage, each batch answered after its fsync, against bare prepared inserts of
 * the same content in transactions of the same size on the same disk: in turns, so that a slow disk slows both.
 * The storage looks for what it holds already, judges chains, keeps gaps, and has four indexes; the bare table has one key.
 */
export async function run(args: string[]): Promise<object> {
  const seconds = option(args, 'seconds', 6)
  const dir = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), 'checkpoint-ingest-'))
  const storage = await openSqliteStorage({ file: join(dir, 'checkpoint.db') })
  const bare = bareTable(join(dir, 'bare.db'))
  let entries = 0
  let storageMs = 0
  let bareMs = 0
  try {
    for (let first = 1; storageMs + bareMs < seconds * 1000; first += BATCH) {
      const batches = Array.from({ length: DEVICES }, (_, device) => batchOf(device, first))
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
  return {
    entries,
    devices: DEVICES,
    batch: BATCH,
    bareInsertsPerSecond: Math.round((entries / bareMs) * 1000),
    ratio: Math.round((bareMs / storageMs) * 100) / 100,
    entriesPerSecond: Math.round((entries / storageMs) * 1000)
  }
}

function batchOf(device: number, first: number): NewStoredEntry[] {
  const hashOf = (number: number): string => (number === 0 ? CHAIN_START : `${String(device)}${String(number)}`.padStart(64, '0'))
  return Array.from({ length: BATCH }, (_, index): NewStoredEntry => {
    const number = first + index
    return {
      ...CONSTANT,
      device: `device-${device}`,
      number,
      site: 1 + device,
      direction: index % 2 === 0 ? 'in' : 'out',
      deviceMs: 1_790_000_000_000 + number,
      monotonicMs: number,
      offsetMs: 12,
      method: 'camera',
      serial: (number * 7919) % 120_000,
      kind: 'person',
      verdict: 'PASS',
      reasons: ['OK'],
      admitted: true,
      overrideReason: null,
      temperature: null,
      plate: null,
      previousHash: hashOf(number - 1),
      hash: hashOf(number),
      at: 1_790_000_000_012 + number,
      receivedAt: 1_790_000_005_000
    }
  })
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
