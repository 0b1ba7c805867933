import { createHash } from 'node:crypto'
import { localDateText } from '../local-day.ts'
import type { CertificateRow } from '../../ports/retention-storage.ts'
import type { Context } from '../context.ts'
import { readRetentionDays } from './retention-days.ts'
import { stripEntry } from './strip-entry.ts'
import { DELETED_THINGS, type RetentionKind } from './times.ts'

const DAY_MS = 86_400_000
/** One transaction; others' writes wait for it. */
const ENTRIES_AT_ONCE = 2_000
/** Of the first certificate. */
const CHAIN_START = '0'.repeat(64)

export type Deletion = { readonly kind: RetentionKind; readonly before: number; readonly count: number }

/**
 * Deletes what is past its time, and keeps a certificate of it. Whatever was done before a crash stays done; the next
 * run does the rest and certifies that. Answers the certificate; null when nothing was due.
 */
export async function runRetention(ctx: Context): Promise<CertificateRow | null> {
  const now = ctx.env.now()
  const days = await readRetentionDays(ctx)
  const beforeOf = (kind: RetentionKind): number => now - days[kind] * DAY_MS
  const done: Deletion[] = [
    { kind: 'passages', before: beforeOf('passages'), count: await pseudonymise(ctx, beforeOf('passages')) },
    { kind: 'pseudonyms', before: beforeOf('pseudonyms'), count: await ctx.storage.forgetEntries(beforeOf('pseudonyms')) }
  ]
  for (const kind of DELETED_THINGS) {
    const before = beforeOf(kind)
    let count = 0
    for (let gone = -1; gone !== 0; count += gone) gone = await ctx.storage.forgetOldest(kind, before)
    done.push({ kind, before, count })
  }
  const deletions = done.filter(({ count }) => count > 0)
  if (deletions.length === 0) return null
  return ctx.storage.addCertificate(previous => certify(previous, now, deletions))
}

async function pseudonymise(ctx: Context, receivedBefore: number): Promise<number> {
  const options = { receivedBefore, limit: ENTRIES_AT_ONCE, strip: stripEntry(ctx.signer), dayOf: localDateText }
  let count = 0
  for (let stripped = ENTRIES_AT_ONCE; stripped === ENTRIES_AT_ONCE; count += stripped)
    stripped = await ctx.storage.pseudonymiseEntries(options)
  return count
}

/** SHA-256 over the hash before, number, instant and text, one a line: who changes or takes away one breaks the chain. */
export const certificateHash = ({ number, at, body, previousHash }: Omit<CertificateRow, 'hash'>): string =>
  createHash('sha256').update([previousHash, number, at, body].join('\n')).digest('hex')

function certify(previous: CertificateRow | null, at: number, deletions: readonly Deletion[]): CertificateRow {
  const row = {
    number: (previous?.number ?? 0) + 1,
    at,
    body: JSON.stringify(deletions),
    previousHash: previous?.hash ?? CHAIN_START
  }
  return { ...row, hash: certificateHash(row) }
}
