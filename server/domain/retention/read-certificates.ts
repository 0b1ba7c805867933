import { ok } from '../../../shared/result.ts'
import type { Page } from '../../../shared/schema/common.ts'
import type { CertificateView } from '../../../shared/schema/retention.ts'
import type { CertificateRow } from '../../ports/retention-storage.ts'
import { type Context, type Outcome, refused } from '../context.ts'
import { certificateHash, type Deletion } from './run-retention.ts'

export async function listCertificates(
  ctx: Context,
  query: { cursor?: string; limit?: number }
): Promise<Outcome<Page<CertificateView>>> {
  const below = query.cursor === undefined ? null : Number(query.cursor)
  if (below !== null && !Number.isSafeInteger(below)) return refused('invalid-field', '/cursor')
  const limit = query.limit ?? 20
  // One more than is shown: it tells whether there is a next page, and proves the last one shown.
  const rows = await ctx.storage.certificates(below, limit + 1)
  const items = rows.slice(0, limit).map((row, index) => describe(row, rows[index + 1]))
  return ok({ items, next: rows.length > limit ? String(items.at(-1)?.number) : null })
}

const describe = (row: CertificateRow, before: CertificateRow | undefined): CertificateView => ({
  number: row.number,
  at: row.at,
  deletions: JSON.parse(row.body) as Deletion[],
  hash: row.hash,
  isProved: certificateHash(row) === row.hash && (before === undefined ? row.number === 1 : follows(row, before))
})

const follows = (row: CertificateRow, before: CertificateRow): boolean =>
  row.number === before.number + 1 && row.previousHash === before.hash
