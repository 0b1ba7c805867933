import { openPostgresStorage } from '../server/storage/postgres/open.ts'
import { postgresSchemas, postgresUrl } from '../test/support/postgres.ts'
import { ingestBatch } from './support/ingest-batch.ts'
import { option } from './support/installation.ts'

const BATCH = 500
const DEVICES = 8

/** Batches into PostgreSQL from 1, 2 and 4 servers' storages at once; each is answered after its commit. */
export async function run(args: string[]): Promise<object> {
  const result: Record<string, number> = {}
  for (const servers of [1, 2, 4]) result[`entriesPerSecond${servers}`] = await ingest(servers, option(args, 'seconds', 6) * 1000)
  return { batch: BATCH, devices: DEVICES, ...result, entriesPerSecond: result.entriesPerSecond1 }
}

async function ingest(servers: number, milliseconds: number): Promise<number> {
  const schemas = await postgresSchemas(postgresUrl())
  const url = await schemas.fresh()
  const storages = await Promise.all(Array.from({ length: servers }, () => openPostgresStorage({ url, now: Date.now })))
  try {
    const begun = performance.now()
    let stored = 0
    const deliver = async (device: number): Promise<void> => {
      const storage = storages[device % servers]
      for (let first = 1; storage !== undefined && performance.now() - begun < milliseconds; first += BATCH) {
        const outcomes = await storage.appendEntries(ingestBatch(device, first, BATCH, Date.now()))
        if (outcomes.some(outcome => outcome !== 'stored')) throw new Error('an entry was not stored')
        stored += BATCH
      }
    }
    await Promise.all(Array.from({ length: DEVICES }, (_, device) => deliver(device)))
    return Math.round((stored / (performance.now() - begun)) * 1000)
  } finally {
    await Promise.all(storages.map(storage => storage.close()))
    await schemas.end()
  }
}
