import { readCarryFile } from '../../shared/log/carry-file.ts'
import type { CarriedAnswer, CarriedBody } from '../../shared/schema/gate.ts'
import type { Answer, Failure } from '../../ui/api/client.ts'
import { gunzip } from '../../ui/gzip.ts'

/** The service takes no more at once. */
const BATCH = 500
const MAX_FILE_BYTES = 50_000_000

export type FileOutcome =
  | { readonly kind: 'delivered'; readonly count: number; readonly stored: number }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'failed'; readonly failure: Failure }

/** The highest numbers first: the phone's seal speaks for them, and each batch for the one before it. */
export async function deliverFile(
  file: Blob,
  deliver: (body: CarriedBody) => Promise<Answer<CarriedAnswer>>
): Promise<FileOutcome> {
  const text = await gunzip(file, MAX_FILE_BYTES)
  const carried = text === null ? null : readCarryFile(text)
  if (carried === null) return { kind: 'unreadable' }
  const { device, seal } = carried
  const signed = seal === null ? null : { number: seal.number, hash: seal.hash, signature: seal.signature }
  const entries = carried.entries.toSorted((a, b) => a.number - b.number)
  let stored = 0
  for (let end = entries.length; end > 0; end -= BATCH) {
    const answer = await deliver({ device, entries: entries.slice(Math.max(0, end - BATCH), end), seal: signed })
    if (!answer.ok) return { kind: 'failed', failure: answer.failure }
    stored += answer.value.stored
  }
  return { kind: 'delivered', count: entries.length, stored }
}
