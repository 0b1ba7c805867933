import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { layOutChunks } from '../server/domain/roster/lay-out-chunks.ts'
import { sealRecord, slowKey } from '../server/domain/roster/seal-record.ts'
import { passMinute } from '../shared/time.ts'
import { option } from './support/installation.ts'

const ROUNDS = 15

/** What the roster of a site weighs on the wire, whole and after one new resident, and what one guess at it costs here. */
export async function run(args: string[]): Promise<object> {
  const people = option(args, 'people', 5_000)
  const keys = Array.from({ length: people + 1 }, () => randomBytes(32))
  const began = performance.now()
  const records = keys.map((key, serial) => sealRecord(key, { pass: passOf(serial), building: '12号楼' }))
  const noise = randomBytes(1 << 20)
  const signer = { keystream: (_purpose: string, length: number) => noise.subarray(0, length) }
  const [before, after] = [layOutChunks(signer, 1, records.slice(0, people)), layOutChunks(signer, 1, records)]
  const buildMs = performance.now() - began
  const changed = after.filter((chunk, index) => !chunk.equals(before[index] ?? Buffer.alloc(0)))
  const wire = (chunks: readonly Buffer[]): string =>
    JSON.stringify(chunks.map((chunk, index) => [index, chunk.toString('base64url')]))
  return {
    people,
    records: before.reduce((sum, chunk) => sum + chunk.length, 0) / 102,
    bytes: wire(before).length,
    gzipBytes: gzipSync(wire(before)).length,
    oneMoreBytes: wire(changed).length,
    buildMs: Math.round(buildMs),
    guessMs: await medianGuess()
  }
}

const passOf = (serial: number) => ({
  kind: 'person' as const,
  serial,
  start: passMinute(3_600_000),
  hours: 336,
  site: 1,
  documentTail: null,
  label: '陈*明'
})

async function medianGuess(): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const from = performance.now()
    await slowKey(new Uint8Array(32), 1, `37010119900307${round}`)
    times.push(performance.now() - from)
  }
  return Math.round(times.sort((a, b) => a - b)[ROUNDS >> 1] ?? 0)
}
