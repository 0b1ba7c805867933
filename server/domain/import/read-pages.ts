import { addressKey } from '../../../shared/register/address.ts'
import type { Fault, ImportMapping } from '../../../shared/schema/imports.ts'
import type { FindingRow, ImportPage, ImportRow, StagedRow } from '../../ports/import-storage.ts'
import type { Context } from '../context.ts'
import { localDayOf } from '../local-day.ts'
import { documentOf } from './compare-doors.ts'
import { type Cells, openPacked, sealPlain } from './pages.ts'
import { placesOf } from './places.ts'
import { rowReader } from './read-row.ts'

export type FindingBody = {
  readonly faults: readonly Fault[]
  readonly household: number | null
  readonly version: number | null
  readonly changes: readonly { path: string; before: string | null; after: string | null }[]
}

export const badRow = (ctx: Context, line: number, faults: readonly Fault[], site = 0, key = ''): FindingRow => ({
  site,
  addressKey: key,
  line,
  kind: 'bad',
  accepted: null,
  body: sealPlain(ctx.signer, 'import-finding', { faults, household: null, version: null, changes: [] } satisfies FindingBody)
})

export type PagesRead = {
  readonly rows: StagedRow[]
  readonly findings: FindingRow[]
  readonly count: number
  /** Door of the last row, for a row of the next page that leaves it out. */
  readonly above: readonly string[] | null
}

/** Understands the rows of some pages: what can be taken, and why the others cannot. */
export async function readPages(
  ctx: Context,
  row: ImportRow,
  mapping: ImportMapping,
  pages: readonly ImportPage[],
  aboveFirst: readonly string[] | null
): Promise<PagesRead> {
  const read = rowReader(mapping, await placesOf(ctx, row.community), localDayOf(ctx.env.now()))
  const found: PagesRead = { rows: [], findings: [], count: 0, above: aboveFirst }
  let { count, above } = found
  let headings: string | null = null
  for (const page of pages) {
    for (const { line, cells } of await rowsOf(ctx, row.id, page)) {
      if (line === mapping.headingLine) headings = cells.join('\u0000')
      // Above the headings stand titles; a printed list repeats its headings on every page.
      if (line <= mapping.headingLine || cells.join('\u0000') === headings) continue
      const result = read(cells, above)
      if (result.kind === 'empty') continue
      count++
      if (result.kind === 'bad') {
        found.findings.push(badRow(ctx, line, result.faults))
        continue
      }
      above = result.door
      const { row: data } = result
      found.rows.push({
        site: data.site,
        addressKey: addressKey(data.address),
        line,
        document: documentOf(ctx, data),
        body: sealPlain(ctx.signer, 'import-row', data)
      })
    }
  }
  return { ...found, count, above }
}

/** Rows of a page as they are now: as in the file, or as somebody corrected them. */
export async function rowsOf(ctx: Context, id: string, page: ImportPage): Promise<Cells[]> {
  const rows = openPacked<Cells[]>(ctx.signer, 'import-page', page.body)
  const fixes = await ctx.storage.importFixes(id, page.sheet, page.firstLine, page.lastLine)
  if (fixes.length === 0) return rows
  const corrected = new Map(fixes.map(({ line, body }) => [line, openPacked<string[]>(ctx.signer, 'import-page', body)]))
  return rows.map(row => ({ line: row.line, cells: corrected.get(row.line) ?? row.cells }))
}
