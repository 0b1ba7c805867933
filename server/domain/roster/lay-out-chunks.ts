import { CHUNK_STEP, CHUNKS, chunkOf, RECORD_BYTES } from '../../../shared/roster/roster-format.ts'
import type { Signer } from '../../ports/signer.ts'

/**
 * Records by chunk, in the order of their bytes, filled with decoys to a multiple of 16 (always one at least). A decoy is
 * pseudorandom and stays what it is: without the key nobody tells it from a record, and a phone need not fetch it again.
 */
export function layOutChunks(signer: Pick<Signer, 'keystream'>, site: number, records: readonly Buffer[]): Buffer[] {
  const noise = Buffer.from(signer.keystream(`roster-decoys/${site}`, CHUNKS * CHUNK_STEP * RECORD_BYTES))
  const byChunk = Map.groupBy(records, record => chunkOf(record[0] ?? 0))
  return Array.from({ length: CHUNKS }, (_, chunk) => {
    const own = byChunk.get(chunk) ?? []
    const decoys = Array.from({ length: CHUNK_STEP - (own.length % CHUNK_STEP) }, (_, index) => decoyAt(noise, chunk, index))
    return Buffer.concat([...own, ...decoys].sort(Buffer.compare))
  })
}

function decoyAt(noise: Buffer, chunk: number, index: number): Buffer {
  const at = (chunk * CHUNK_STEP + index) * RECORD_BYTES
  const decoy = Buffer.from(noise.subarray(at, at + RECORD_BYTES))
  decoy[0] = (chunk << 2) | ((decoy[0] ?? 0) & 3)
  return decoy
}
