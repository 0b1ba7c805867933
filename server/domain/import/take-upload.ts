import { ok } from '../../../shared/result.ts'
import { EXPORT_MARK } from '../../../shared/register/export-mark.ts'
import type { ImportView, UploadQuery } from '../../../shared/schema/imports.ts'
import type { ImportPage, ImportRow } from '../../ports/import-storage.ts'
import { type SheetFile, SheetFailure } from '../../ports/sheet-file.ts'
import { type Context, mayTouch, type Outcome, refused, type Staff } from '../context.ts'
import { newId } from '../ids.ts'
import { NO_COUNTS, viewOf } from './import-view.ts'
import { type Cells, sealPacked } from './pages.ts'

/** Rows of a page; pages of a transaction. */
const PAGE_ROWS = 500
const PAGES_AT_ONCE = 8
/** Where a file tells when it was made. */
const MARK_ROWS = 3

/**
 * Takes the rows of a file in, as they are, sealed. It answers when all of them are kept: who is cut off before that
 * uploads again. Nothing is in the register yet.
 */
export async function takeUpload(
  ctx: Context,
  staff: Staff,
  query: UploadQuery,
  open: () => Promise<SheetFile>
): Promise<Outcome<ImportView>> {
  const community = query.community ?? staff.community
  if (community !== null && !(await ctx.storage.communities()).some(({ id }) => id === community))
    return refused('community-unknown', '/community')
  if (!mayTouch(staff, community)) return refused('community-unknown', '/community')
  const at = ctx.env.now()
  const row: ImportRow = {
    id: newId(ctx.env),
    community,
    state: 'receiving',
    step: 0,
    createdBy: staff.id,
    createdByName: staff.displayName,
    createdAt: at,
    updatedAt: at,
    body: {
      fileName: query.name ?? '',
      format: '',
      sheets: [],
      mapping: null,
      cursor: { phase: 'clearing' },
      counts: NO_COUNTS,
      exportedAt: query.modified ?? null,
      stale: false
    }
  }
  await ctx.storage.addImport(row)
  try {
    const kept = await keepRows(ctx, row, await open())
    if (kept.body.sheets.every(({ rows }) => rows === 0)) throw new SheetFailure('file-empty')
    await ctx.storage.audit({ at, actor: staff.id, action: 'import-upload', object: row.id, detail: '' })
    return ok(await viewOf(ctx, kept))
  } catch (error) {
    await giveUp(ctx, row.id)
    if (error instanceof SheetFailure) return refused(error.code, undefined, error.detail)
    throw error
  }
}

async function keepRows(ctx: Context, first: ImportRow, { format, parts }: SheetFile): Promise<ImportRow> {
  let row: ImportRow = { ...first, body: { ...first.body, format } }
  const sheets: { name: string; hidden: boolean; rows: number }[] = []
  const pager = pagesOf(ctx)
  let exportedAt = row.body.exportedAt
  const keep = async (state: ImportRow['state'], pages: ImportPage[]): Promise<void> => {
    const body = { ...row.body, sheets: sheets.map(sheet => ({ ...sheet })), exportedAt }
    const moved = await ctx.storage.moveImport({ id: row.id, step: row.step, state, at: ctx.env.now(), body, pages })
    if (moved !== 'moved') throw new Error(`an upload was moved by somebody else: ${moved}`)
    row = { ...row, state, step: row.step + 1, body }
  }
  for await (const part of parts) {
    if (part.kind === 'sheet') {
      pager.begin(sheets.length)
      sheets.push({ name: part.name, hidden: part.hidden, rows: 0 })
      continue
    }
    const sheet = sheets.at(-1)
    if (sheet === undefined) throw new Error('rows without a sheet')
    if (sheet.rows < MARK_ROWS) exportedAt = markedTime(part.rows.slice(0, MARK_ROWS)) ?? exportedAt
    sheet.rows += part.rows.length
    for (const cells of part.rows) pager.add(cells)
    const full = pager.full()
    if (full !== null) await keep('receiving', full)
  }
  await keep('mapping', pager.rest())
  return row
}

/** Puts rows together to sealed pages. */
function pagesOf(ctx: Context) {
  let pages: ImportPage[] = []
  let rows: Cells[] = []
  let sheet = 0
  let number = 0
  const close = (): void => {
    const [first] = rows
    const last = rows.at(-1)
    if (first === undefined || last === undefined) return
    pages.push({
      sheet,
      number: number++,
      firstLine: first.line,
      lastLine: last.line,
      body: sealPacked(ctx.signer, 'import-page', rows)
    })
    rows = []
  }
  const take = (): ImportPage[] => {
    const taken = pages
    pages = []
    return taken
  }
  return {
    begin(next: number): void {
      close()
      sheet = next
      number = 0
    },
    add(row: Cells): void {
      rows.push(row)
      if (rows.length >= PAGE_ROWS) close()
    },
    full: (): ImportPage[] | null => (pages.length >= PAGES_AT_ONCE ? take() : null),
    rest(): ImportPage[] {
      close()
      return take()
    }
  }
}

/** A list that this service wrote says when: what staff changed later is newer than it. */
function markedTime(rows: readonly Cells[]): number | null {
  for (const { cells } of rows) {
    const match = EXPORT_MARK.exec(cells.join(' '))
    const at = match === null ? Number.NaN : Date.parse(match[1] as string)
    if (!Number.isNaN(at)) return at
  }
  return null
}

async function giveUp(ctx: Context, id: string): Promise<void> {
  const row = await ctx.storage.registerImport(id)
  if (row === null) return
  await ctx.storage.moveImport({ id, step: row.step, state: 'cancelled', at: ctx.env.now(), body: row.body })
  while (await ctx.storage.clearImport(id, 'everything')) await new Promise(setImmediate)
}
