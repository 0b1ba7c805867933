import type { ImportCounts, ImportView } from '../../../shared/schema/imports.ts'
import type { ImportRow } from '../../ports/import-storage.ts'
import { type Context, mayTouch, type Outcome, refused, type Staff } from '../context.ts'
import { ok } from '../../../shared/result.ts'

export const NO_COUNTS: ImportCounts = {
  rows: 0,
  done: 0,
  newHouseholds: 0,
  changedHouseholds: 0,
  sameHouseholds: 0,
  newPeople: 0,
  changedPeople: 0,
  bad: 0,
  conflicts: 0
}

const SHOWN = 30

export async function listImports(ctx: Context, staff: Staff): Promise<{ items: ImportView[] }> {
  const rows = await ctx.storage.registerImports(staff.community, SHOWN)
  const shown = rows.filter(({ state, body }) => state !== 'receiving' && body.sheets.length > 0)
  return { items: await Promise.all(shown.map(row => viewOf(ctx, row))) }
}

export async function readImport(ctx: Context, staff: Staff, id: string): Promise<Outcome<ImportView>> {
  const row = await visibleImport(ctx, staff, id)
  return row.ok ? ok(await viewOf(ctx, row.value)) : row
}

/** `not-found` also for an import of another community. */
export async function visibleImport(ctx: Context, staff: Staff, id: string): Promise<Outcome<ImportRow>> {
  const row = await ctx.storage.registerImport(id)
  return row === null || row.state === 'receiving' || !mayTouch(staff, row.community) ? refused('not-found') : ok(row)
}

export async function viewOf(ctx: Context, row: ImportRow): Promise<ImportView> {
  const { bad, conflict } = await ctx.storage.countFindings(row.id)
  const { fileName, format, sheets, mapping, cursor, counts, stale } = row.body
  return {
    id: row.id,
    community: row.community,
    fileName,
    format,
    state: row.state,
    phase: cursor.phase,
    sheets: sheets.map(sheet => ({ ...sheet })),
    mapping,
    counts: { ...counts, bad, conflicts: conflict },
    stale,
    createdBy: row.createdByName,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt
  }
}
