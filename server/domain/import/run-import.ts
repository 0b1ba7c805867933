import type { FaultReason, ImportCounts } from '../../../shared/schema/imports.ts'
import type { FindingRow, ImportBody, ImportMove, ImportPlace, ImportRow } from '../../ports/import-storage.ts'
import type { HouseholdChange, HouseholdWrite } from '../../ports/register-storage.ts'
import type { Context } from '../context.ts'
import { revisionOf, tokensBefore, writeOf } from '../register/save-sheet.ts'
import { type Compared, type ComparedDoor, compareDoors } from './compare-doors.ts'
import { conflictOf, findingsOf } from './door-findings.ts'
import { badRow, readPages } from './read-pages.ts'

/** Pages of a step of reading, rows of a step of comparing and writing: an fsync each does not count, and requests get their turn. */
const PAGES = 4
const ROWS = 1_000
/** Of attempts at a household that others change all the time. */
const MAX_ATTEMPTS = 4

type Attempt = { readonly rows: number; readonly doors: number; readonly isLast: boolean }
const WHOLE: Attempt = { rows: ROWS, doors: Number.POSITIVE_INFINITY, isLast: false }

/**
 * Does what is left of checking or writing a list, step by step. A step counts only together with what it writes, so that
 * whoever runs it beside us, or dies in the middle, changes nothing.
 */
export async function runImport(ctx: Context, id: string, signal?: AbortSignal): Promise<void> {
  let attempts = 0
  for (;;) {
    if (signal?.aborted === true) return
    const row = await ctx.storage.registerImport(id)
    if (row === null) return
    if (row.state === 'done' || row.state === 'cancelled') return tidyUp(ctx, row)
    if (row.state !== 'checking' && row.state !== 'importing') return
    const attempt = attempts === 0 ? WHOLE : { ...WHOLE, doors: 1, isLast: attempts >= MAX_ATTEMPTS }
    const done = await runStep(ctx, row, attempt)
    if (done === 'stale') return
    attempts = done === 'moved' ? 0 : attempts + 1
    await new Promise(setImmediate)
  }
}

/** Everything that was left under way by a crash or another server's end. */
export async function runWaitingImports(ctx: Context): Promise<void> {
  for (const { id, state } of await ctx.storage.registerImports(null, 1_000))
    if (state === 'checking' || state === 'importing') await runImport(ctx, id)
}

async function runStep(ctx: Context, row: ImportRow, attempt: Attempt): Promise<'moved' | 'stale' | 'conflict'> {
  const { cursor } = row.body
  if (cursor.phase === 'clearing') return clear(ctx, row)
  if (cursor.phase === 'reading') return readSome(ctx, row, cursor)
  return row.state === 'checking' ? compareSome(ctx, row, cursor.after) : writeSome(ctx, row, cursor.after, attempt)
}

const move = (ctx: Context, row: ImportRow, body: Partial<ImportBody>, rest: Partial<ImportMove> = {}) =>
  ctx.storage.moveImport({
    id: row.id,
    step: row.step,
    state: row.state,
    at: ctx.env.now(),
    body: { ...row.body, ...body },
    ...rest
  })

/** What an earlier check left. */
async function clear(ctx: Context, row: ImportRow) {
  while (await ctx.storage.clearImport(row.id, 'staged')) await new Promise(setImmediate)
  return move(ctx, row, { cursor: { phase: 'reading', page: 0, above: null } })
}

async function readSome(ctx: Context, row: ImportRow, { page, above }: { page: number; above: readonly string[] | null }) {
  const mapping = mappingOf(row)
  const pages = await ctx.storage.importPages(row.id, mapping.sheet, page, PAGES)
  if (pages.length === 0)
    return move(ctx, row, { cursor: { phase: 'doors', after: null }, counts: { ...row.body.counts, done: 0 } })
  const read = await readPages(ctx, row, mapping, pages, above)
  const { counts } = row.body
  return move(
    ctx,
    row,
    {
      cursor: { phase: 'reading', page: page + pages.length, above: read.above },
      counts: { ...counts, rows: counts.rows + read.count, done: counts.done + read.count }
    },
    { rows: read.rows, findings: read.findings }
  )
}

async function compareSome(ctx: Context, row: ImportRow, after: ImportPlace | null) {
  const step = await nextDoors(ctx, row, after)
  if (step === null) return move(ctx, row, {}, { state: 'checked' })
  const { compared, tooMany, last } = step
  return move(
    ctx,
    row,
    { cursor: { phase: 'doors', after: last }, counts: counted(row.body.counts, compared.doors) },
    { findings: [...tooMany, ...compared.doors.flatMap(door => findingsOf(ctx, mappingOf(row), door))] }
  )
}

async function writeSome(ctx: Context, row: ImportRow, after: ImportPlace | null, attempt: Attempt) {
  const step = await nextDoors(ctx, row, after)
  if (step === null) {
    const moved = await move(ctx, row, {}, { state: 'done' })
    if (moved === 'moved') await audit(ctx, row)
    return moved
  }
  const doors = attempt.isLast ? [] : apart(step.compared.doors, attempt.doors)
  const given = attempt.isLast ? step.compared.doors.slice(0, 1) : []
  const all = [...doors, ...given]
  const place = all.length === step.compared.doors.length ? step.last : lastPlace(all)
  const { adds, changes, refused } = await writesOf(ctx, row, step.compared, doors)
  const left = [
    ...given.flatMap(door => leftOut(ctx, door, 'busy')),
    ...refused.flatMap(door => leftOut(ctx, door, 'document-taken'))
  ]
  return move(
    ctx,
    row,
    {
      cursor: { phase: 'doors', after: place },
      counts: counted(
        row.body.counts,
        doors.filter(door => !refused.includes(door))
      )
    },
    {
      adds,
      changes,
      findings: [
        ...step.tooMany,
        ...left,
        ...doors.filter(door => !refused.includes(door)).flatMap(door => findingsOf(ctx, mappingOf(row), door))
      ],
      settled: doors.filter(({ verdict }) => verdict === 'changed').map(conflictOf)
    }
  )
}

type Step = { compared: Compared; tooMany: FindingRow[]; last: ImportPlace }

/** The next households, each with all of its rows; null: none is left. */
async function nextDoors(ctx: Context, row: ImportRow, after: ImportPlace | null): Promise<Step | null> {
  const staged = await ctx.storage.stagedRows(row.id, after, ROWS)
  const last = staged.at(-1)
  const [first] = staged
  if (last === undefined || first === undefined) return null
  const isSame = (a: ImportPlace, b: ImportPlace): boolean => a.site === b.site && a.addressKey === b.addressKey
  const isGoingOn = after !== null && isSame(after, first)
  // A household of so many rows is a column that was misunderstood; it is told without being held in memory.
  if (isGoingOn || (isSame(first, last) && staged.length === ROWS)) {
    const own = staged.filter(one => isSame(one, first))
    const fault = { reason: 'too-many', field: null, column: null, value: '', detail: null } as const
    const tooMany = own.map(({ line, site, addressKey }) => badRow(ctx, line, [fault], site, addressKey))
    return { compared: { doors: [], find: () => null }, tooMany, last: own.at(-1) ?? last }
  }
  const whole = staged.length < ROWS ? staged : staged.filter(one => !isSame(one, last))
  const compared = await compareDoors(ctx, row, mappingOf(row), whole)
  return { compared, tooMany: [], last: whole.at(-1) ?? last }
}

/** As many households as can be written together: nobody and no car of one may be in another, whose version would move. */
function apart(doors: readonly ComparedDoor[], limit: number): ComparedDoor[] {
  const seen = new Set<string>()
  const taken: ComparedDoor[] = []
  for (const door of doors) {
    if (taken.length >= limit) break
    const keys = door.rows.flatMap(({ document, row }) => [
      ...(document === null ? [] : [document]),
      ...row.vehicles.map(({ plate }) => `plate ${plate}`)
    ])
    if (taken.length > 0 && (door.plan.isShared || keys.some(key => seen.has(key)))) break
    for (const key of keys) seen.add(key)
    taken.push(door)
    if (door.plan.isShared) break
  }
  return taken
}

async function writesOf(ctx: Context, row: ImportRow, { find }: Compared, doors: readonly ComparedDoor[]) {
  const adds: HouseholdWrite[] = []
  const changes: HouseholdChange[] = []
  /** Whose documents turn out to be somebody else's. */
  const refused: ComparedDoor[] = []
  const communities = new Map((await ctx.storage.sites()).map(({ number, community }) => [number, community]))
  const staff = { id: row.createdBy, displayName: row.createdByName }
  for (const door of doors) {
    const { plan, stored, verdict, place } = door
    if (plan.sheet === null || (verdict !== 'new' && verdict !== 'changed')) continue
    const community = communities.get(place.site) ?? ''
    const revision = revisionOf(ctx, staff, { how: 'import', outcome: null }, plan.changes)
    const write = await writeOf(ctx, plan.sheet, community, revision, stored, find)
    if (!write.ok) refused.push(door)
    else if (stored === null) adds.push(write.value)
    else
      changes.push({
        ...write.value,
        id: stored.household.id,
        version: stored.household.version,
        tokensBefore: tokensBefore(ctx, stored)
      })
  }
  return { adds, changes, refused }
}

const leftOut = (ctx: Context, { rows, place }: ComparedDoor, reason: FaultReason): FindingRow[] =>
  rows.map(({ line }) =>
    badRow(ctx, line, [{ reason, field: null, column: null, value: '', detail: null }], place.site, place.addressKey)
  )

function counted(counts: ImportCounts, doors: readonly ComparedDoor[]): ImportCounts {
  const now = { ...counts }
  for (const { verdict, plan, rows } of doors) {
    now.done += rows.length
    if (verdict === 'new') now.newHouseholds++
    if (verdict === 'changed') now.changedHouseholds++
    if (verdict === 'same') now.sameHouseholds++
    if (verdict !== 'new' && verdict !== 'changed') continue
    now.newPeople += plan.newPeople
    now.changedPeople += plan.changedPeople
  }
  return now
}

/** What was of use until now; rows that were not taken stay a while, to be corrected. */
async function tidyUp(ctx: Context, row: ImportRow): Promise<void> {
  const { bad, conflict } = await ctx.storage.countFindings(row.id)
  if (row.state === 'done' && bad + conflict > 0) return
  while (await ctx.storage.clearImport(row.id, 'everything')) await new Promise(setImmediate)
}

const lastPlace = (doors: readonly ComparedDoor[]): ImportPlace | null => {
  const door = doors.at(-1)
  const row = door?.rows.at(-1)
  return door === undefined || row === undefined ? null : { ...door.place, line: row.line }
}

function mappingOf({ id, body }: ImportRow) {
  if (body.mapping === null) throw new Error(`import ${id} runs without a mapping`)
  return body.mapping
}

const audit = (ctx: Context, row: ImportRow): Promise<void> =>
  ctx.storage.audit({
    at: ctx.env.now(),
    actor: row.createdBy,
    action: 'import-done',
    object: row.id,
    detail: `${row.body.counts.newPeople} ${row.body.counts.changedPeople}`
  })
