import { chunkOf, RECORD_BYTES, type RosterClaim, type RosterRecord } from '../../shared/roster/roster-format.ts'
import { openRecord, recordKey } from './record-key.ts'
import type { RosterStore } from './roster-store.ts'

export type LookUp =
  | { readonly kind: 'found'; readonly record: RosterRecord }
  | { readonly kind: 'unknown' }
  /** No roster of this site is on the phone yet. */
  | { readonly kind: 'empty' }

/** The record of who says this, if there is one. Takes some tenths of a second, whether or not. */
export async function lookUp(
  store: Pick<RosterStore, 'head' | 'chunk'>,
  pepper: CryptoKey,
  site: number,
  claim: RosterClaim
): Promise<LookUp> {
  const head = await store.head()
  if (head === null || head.site !== site) return { kind: 'empty' }
  const key = await recordKey(pepper, site, claim, head.iterations)
  const [high = 0, low = 0] = key.tag
  const chunk = await store.chunk(chunkOf(high))
  if (chunk === null) return { kind: 'empty' }
  for (let at = 0; at + RECORD_BYTES <= chunk.length; at += RECORD_BYTES) {
    if (chunk[at] !== high || chunk[at + 1] !== low) continue
    const record = await openRecord(chunk.slice(at, at + RECORD_BYTES), key)
    if (record !== null) return { kind: 'found', record }
  }
  return { kind: 'unknown' }
}
