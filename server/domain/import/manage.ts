import { ok } from '../../../shared/result.ts'
import type { ImportField } from '../../../shared/register/import-fields.ts'
import type { ImportAction, ImportMapping, ImportPreview, ImportState, ImportView } from '../../../shared/schema/imports.ts'
import type { ImportBody, ImportMove, ImportRow } from '../../ports/import-storage.ts'
import { type Context, mayTouch, type Outcome, refused, type Staff } from '../context.ts'
import { NO_COUNTS, viewOf, visibleImport } from './import-view.ts'
import { type Cells, openPacked } from './pages.ts'
import { columnsOf, headingRow, type KnownWords, meaningOf, plainHeading } from './recognise.ts'

/** Rows shown to tell what the columns are. */
const PREVIEW_ROWS = 20
const MAX_WORDS = 500

/** The first rows and what the columns are taken for. It shows people's numbers: it is written down who looked. */
export async function previewImport(ctx: Context, staff: Staff, id: string, wanted?: number): Promise<Outcome<ImportPreview>> {
  const found = await visibleImport(ctx, staff, id)
  if (!found.ok) return found
  const { body, community, createdAt } = found.value
  const sheet =
    wanted ??
    body.mapping?.sheet ??
    Math.max(
      0,
      body.sheets.findIndex(({ rows, hidden }) => rows > 1 && !hidden)
    )
  const rows = await firstRows(ctx, id, sheet)
  await audit(ctx, staff, 'view-import', id)
  const mapping =
    body.mapping?.sheet === sheet
      ? body.mapping
      : await suggested(ctx, rows, { sheet, community, asOf: body.exportedAt ?? createdAt })
  return ok({ rows: rows.slice(0, PREVIEW_ROWS).map(({ line, cells }) => ({ line, cells: [...cells] })), mapping })
}

async function firstRows(ctx: Context, id: string, sheet: number): Promise<Cells[]> {
  const [page] = await ctx.storage.importPages(id, sheet, 0, 1)
  return page === undefined ? [] : openPacked<Cells[]>(ctx.signer, 'import-page', page.body)
}

async function suggested(
  ctx: Context,
  rows: readonly Cells[],
  { sheet, community, asOf }: { sheet: number; community: string | null; asOf: number }
): Promise<ImportMapping> {
  const known = await ctx.storage.importWords(community)
  const heading = headingRow(rows, known)
  const width = Math.max(1, ...rows.slice(0, PREVIEW_ROWS).map(({ cells }) => cells.length))
  const columns = Array.from({ length: width }, (_, index) => columnsOf(heading?.cells ?? [], known)[index] ?? null)
  const sites = (await ctx.storage.sites()).filter(site => community === null || site.community === community)
  const below = rows.filter(({ line }) => line > (heading?.line ?? 0))
  return {
    sheet,
    headingLine: heading?.line ?? 0,
    columns,
    site: sites.length === 1 && !columns.includes('site') ? (sites[0]?.number ?? null) : null,
    repeatAbove: below.some(({ cells }) => hasNoDoor(cells, columns)),
    asOf
  }
}

/** A person without a door: the one above was merged, or written once for the household. */
function hasNoDoor(cells: readonly string[], columns: readonly (ImportField | null)[]): boolean {
  const at = (field: ImportField): string => cells[columns.indexOf(field)] ?? ''
  return at('name') !== '' && at('room') === '' && at('building') === '' && at('address') === ''
}

/** Says what the columns are, and begins the check. What was corrected is remembered for the next list. */
export async function mapImport(ctx: Context, staff: Staff, id: string, mapping: ImportMapping): Promise<Outcome<ImportView>> {
  const found = await visibleImport(ctx, staff, id)
  if (!found.ok) return found
  const row = found.value
  if (!['mapping', 'checked', 'done'].includes(row.state)) return refused('status-conflict')
  const fault = await mappingFault(ctx, staff, row, mapping)
  if (fault !== null) return fault
  await rememberWords(ctx, row, mapping)
  return beginCheck(ctx, staff, row, mapping)
}

async function mappingFault(ctx: Context, staff: Staff, row: ImportRow, mapping: ImportMapping) {
  const { columns, site, sheet } = mapping
  if (row.body.sheets[sheet] === undefined) return refused('invalid-field', '/sheet')
  const used = columns.filter(field => field !== null)
  const double = columns.findIndex((field, index) => field !== null && columns.indexOf(field) < index)
  if (double >= 0) return refused('mapping-incomplete', `/columns/${double}`, 'twice')
  const hasDoor = used.includes('address') || used.includes('room')
  if (!used.includes('name') || !hasDoor) return refused('mapping-incomplete', '/columns', hasDoor ? 'name' : 'room')
  if (site === null) return used.includes('site') ? null : refused('mapping-incomplete', '/site', 'site')
  const known = (await ctx.storage.sites()).find(({ number }) => number === site)
  const isOwn =
    known !== undefined && mayTouch(staff, known.community) && (row.community === null || known.community === row.community)
  return isOwn ? null : refused('site-unknown', '/site')
}

async function rememberWords(
  ctx: Context,
  { id, community }: ImportRow,
  { sheet, headingLine, columns }: ImportMapping
): Promise<void> {
  const heading = (await firstRows(ctx, id, sheet)).find(({ line }) => line === headingLine)
  if (heading === undefined) return
  const known = await ctx.storage.importWords(community)
  const changed: Record<string, string> = {}
  for (const [index, text] of heading.cells.entries()) {
    const word = plainHeading(text)
    if (word !== '' && (columns[index] ?? null) !== meaningOf(text, known)) changed[word] = columns[index] ?? ''
  }
  if (Object.keys(changed).length === 0) return
  const words: KnownWords = Object.fromEntries(Object.entries({ ...known, ...changed }).slice(-MAX_WORDS))
  await ctx.storage.putImportWords(community, words)
}

const BEGIN: Readonly<Record<ImportAction['action'], readonly ImportState[]>> = {
  check: ['checked', 'done'],
  import: ['checked'],
  cancel: ['mapping', 'checking', 'checked', 'importing']
}

/** `check` begins it again, with what was corrected; `import` writes what is good; what was written before a cancellation stays. */
export async function actOnImport(
  ctx: Context,
  staff: Staff,
  id: string,
  { action }: ImportAction
): Promise<Outcome<ImportView>> {
  const found = await visibleImport(ctx, staff, id)
  if (!found.ok) return found
  const row = found.value
  if (!BEGIN[action].includes(row.state)) return refused('status-conflict')
  if (action === 'cancel') return change(ctx, staff, row, 'cancelled', {}, 'import-cancel')
  const { mapping } = row.body
  if (mapping === null) return refused('status-conflict')
  if (action === 'check') return beginCheck(ctx, staff, row, mapping)
  if (row.body.stale) return refused('import-stale')
  const counts = { ...NO_COUNTS, rows: row.body.counts.rows }
  return change(ctx, staff, row, 'importing', { cursor: { phase: 'doors', after: null }, counts }, 'import-begin')
}

const beginCheck = (ctx: Context, staff: Staff, row: ImportRow, mapping: ImportMapping) =>
  change(ctx, staff, row, 'checking', { mapping, cursor: { phase: 'clearing' }, counts: NO_COUNTS, stale: false }, 'import-check')

async function change(
  ctx: Context,
  staff: Staff,
  row: ImportRow,
  state: ImportState,
  body: Partial<ImportBody>,
  action: string
): Promise<Outcome<ImportView>> {
  const done = await moveTo(ctx, row, state, body)
  if (!done) return refused('status-conflict')
  await audit(ctx, staff, action, row.id)
  const now = await ctx.storage.registerImport(row.id)
  return now === null ? refused('not-found') : ok(await viewOf(ctx, now))
}

/** A cancellation must win against steps under way: it is tried again on top of them. */
export async function moveTo(
  ctx: Context,
  row: ImportRow,
  state: ImportState,
  body: Partial<ImportBody>,
  rest: Partial<ImportMove> = {}
): Promise<boolean> {
  let now: ImportRow | null = row
  for (let attempt = 0; attempt < 50 && now !== null && now.state === row.state; attempt++) {
    const moved = await ctx.storage.moveImport({
      id: now.id,
      step: now.step,
      state,
      at: ctx.env.now(),
      body: { ...now.body, ...body },
      ...rest
    })
    if (moved === 'moved') return true
    now = await ctx.storage.registerImport(row.id)
  }
  return false
}

const audit = (ctx: Context, staff: Staff, action: string, object: string): Promise<void> =>
  ctx.storage.audit({ at: ctx.env.now(), actor: staff.id, action, object, detail: '' })
