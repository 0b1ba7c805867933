import { ok } from '../../../shared/result.ts'
import type { ConflictChoice, Finding, FindingPage, FindingQuery, RowFix } from '../../../shared/schema/imports.ts'
import type { FindingRow, ImportPage, ImportRow } from '../../ports/import-storage.ts'
import { type Context, type Outcome, refused, type Staff } from '../context.ts'
import { DEFAULT_PAGE } from '../read-passes.ts'
import { visibleImport } from './import-view.ts'
import { moveTo } from './manage.ts'
import { openPlain, sealPacked } from './pages.ts'
import { type FindingBody, rowsOf } from './read-pages.ts'

/** Rows that were not taken, or households that staff changed since, each with its row as it is now; in the order of the file. */
export async function listFindings(
  ctx: Context,
  staff: Staff,
  id: string,
  { kind, after = 0, limit = DEFAULT_PAGE }: FindingQuery
): Promise<Outcome<FindingPage>> {
  const found = await visibleImport(ctx, staff, id)
  if (!found.ok) return found
  const rows = await ctx.storage.importFindings(id, kind, after, limit + 1)
  await ctx.storage.audit({ at: ctx.env.now(), actor: staff.id, action: 'view-import', object: id, detail: kind })
  const page = rows.slice(0, limit)
  const cells = await cellsOf(ctx, found.value, page)
  return ok({
    items: page.map(row => findingOf(ctx, row, cells.get(row.line) ?? [])),
    next: rows.length > limit ? (page.at(-1)?.line ?? null) : null
  })
}

function findingOf(ctx: Context, { line, kind, accepted, body }: FindingRow, cells: readonly string[]): Finding {
  const { faults, household, version, changes } = openPlain<FindingBody>(ctx.signer, 'import-finding', body)
  return {
    line,
    kind,
    cells: [...cells],
    faults: faults.map(fault => ({
      ...fault,
      value: fault.value === '' && fault.column !== null ? (cells[fault.column] ?? '') : fault.value
    })),
    household,
    version,
    changes: changes.map(change => ({ ...change })),
    accepted: accepted !== null && accepted === version
  }
}

async function cellsOf(
  ctx: Context,
  { id, body }: ImportRow,
  findings: readonly FindingRow[]
): Promise<Map<number, readonly string[]>> {
  const cells = new Map<number, readonly string[]>()
  let page: ImportPage | null = null
  for (const { line } of findings) {
    if (page !== null && line >= page.firstLine && line <= page.lastLine) continue
    page = await ctx.storage.importPageOf(id, body.mapping?.sheet ?? 0, line)
    if (page === null) continue
    for (const row of await rowsOf(ctx, id, page)) cells.set(row.line, row.cells)
  }
  return cells
}

/** A row as it should have been; it counts from the next check on. */
export async function fixRow(ctx: Context, staff: Staff, id: string, line: number, { cells }: RowFix): Promise<Outcome<null>> {
  const found = await visibleImport(ctx, staff, id)
  if (!found.ok) return found
  const row = found.value
  if (row.state !== 'checked' && row.state !== 'done') return refused('status-conflict')
  const sheet = row.body.mapping?.sheet ?? 0
  const page = await ctx.storage.importPageOf(id, sheet, line)
  if (page === null || !(await rowsOf(ctx, id, page)).some(one => one.line === line)) return refused('not-found')
  const body = sealPacked(ctx.signer, 'import-page', cells)
  if (!(await moveTo(ctx, row, row.state, { stale: true }, { fix: { sheet, line, body } }))) return refused('status-conflict')
  await ctx.storage.audit({ at: ctx.env.now(), actor: staff.id, action: 'import-fix', object: id, detail: String(line) })
  return ok(null)
}

/** Whether the list or the register is right about a household that staff changed since. */
export async function chooseSide(ctx: Context, staff: Staff, id: string, { line, take }: ConflictChoice): Promise<Outcome<null>> {
  const found = await visibleImport(ctx, staff, id)
  if (!found.ok) return found
  if (found.value.state !== 'checked') return refused('status-conflict')
  const [finding] = await ctx.storage.importFindingsAt(id, 'conflict', [line])
  if (finding === undefined) return refused('not-found')
  const { version } = openPlain<FindingBody>(ctx.signer, 'import-finding', finding.body)
  await ctx.storage.acceptFinding(id, line, take === 'file' ? version : null)
  await ctx.storage.audit({ at: ctx.env.now(), actor: staff.id, action: 'import-choose', object: id, detail: `${line} ${take}` })
  return ok(null)
}
