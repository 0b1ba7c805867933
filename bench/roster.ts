import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { lookUp } from '../scanner/roster/look-up.ts'
import { importPepper } from '../scanner/roster/record-key.ts'
import { layOutChunks } from '../server/domain/roster/lay-out-chunks.ts'
import { sealRecord, slowKey } from '../server/domain/roster/seal-record.ts'
import { RECORD_BYTES, ROSTER_ITERATIONS, type RosterClaim } from '../shared/roster/roster-format.ts'
import { passMinute } from '../shared/time.ts'
import { option } from './support/installation.ts'

const ROUNDS = 15
const SLOWDOWN = 4
const site = 1

/**
 * What the roster of a site weighs on the wire, whole and after one new resident, and how long a look-up takes: the phone's own code,
 * from the claim to the opened record, here and on a phone that is four times slower. Each person has two records: by document, and
 * by telephone and name.
 */
export async function run(args: string[]): Promise<object> {
  const people = option(args, 'people', 5_000)
  const pepper = randomBytes(32)
  const wanted: RosterClaim = { kind: 'phone', number: '13800000000', name: '陈小明' }
  const keys: Uint8Array[] = Array.from({ length: 2 * people + 2 }, () => randomBytes(32))
  keys[0] = await slowKey(pepper, site, wanted)
  const began = performance.now()
  const records = keys.map((key, serial) => sealRecord(key, { pass: passOf(serial >> 1), building: '12' }))
  const noise = randomBytes(1 << 20)
  const signer = { keystream: (_purpose: string, length: number) => noise.subarray(0, length) }
  const [before, after] = [layOutChunks(signer, site, records.slice(0, 2 * people)), layOutChunks(signer, site, records)]
  const buildMs = performance.now() - began
  const changed = after.filter((chunk, index) => !chunk.equals(before[index] ?? Buffer.alloc(0)))
  const openMs = await medianOpen(before, pepper, wanted)
  return {
    people,
    records: before.reduce((sum, chunk) => sum + chunk.length, 0) / RECORD_BYTES,
    bytes: wire(before).length,
    gzipBytes: gzipSync(wire(before)).length,
    oneMoreBytes: gzipSync(wire(changed)).length,
    buildMs: Math.round(buildMs),
    openMs: Math.round(openMs),
    openSlowMs: Math.round(openMs * SLOWDOWN),
    slowdown: SLOWDOWN
  }
}

const wire = (chunks: readonly Buffer[]): string =>
  JSON.stringify(chunks.map((chunk, index) => [index, chunk.toString('base64url')]))

const passOf = (serial: number) => ({
  kind: 'person' as const,
  serial,
  start: passMinute(3_600_000),
  hours: 336,
  site,
  documentTail: null,
  label: '陈*明'
})

async function medianOpen(chunks: readonly Buffer[], pepper: Uint8Array, claim: RosterClaim): Promise<number> {
  const head = { site, version: 'bench', iterations: ROSTER_ITERATIONS, wraps: [] }
  const store = { head: async () => head, chunk: async (index: number) => new Uint8Array(chunks[index] ?? []) }
  const key = await importPepper(Buffer.from(pepper).toString('base64url'))
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const from = performance.now()
    const found = await lookUp(store, key, site, claim)
    times.push(performance.now() - from)
    if (found.kind !== 'found') throw new Error('the record does not open')
  }
  return times.sort((a, b) => a - b)[ROUNDS >> 1] ?? 0
}
