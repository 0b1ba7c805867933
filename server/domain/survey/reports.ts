import { addressText } from '../../../shared/register/address.ts'
import { ok } from '../../../shared/result.ts'
import type { AskBack, ReportView, Settle } from '../../../shared/schema/survey-report.ts'
import { fieldsOf, groupsOf } from '../../../shared/survey/sheet-fields.ts'
import type { DoorRow, ReportRow } from '../../ports/survey-storage.ts'
import { type Context, type Outcome, refused, type Staff } from '../context.ts'
import { openText, sealText } from '../pass-secrets.ts'
import { readStored, type StoredSheet } from '../register/stored-sheet.ts'
import { changeFields } from './change-fields.ts'
import { differencesOf, type OpenDifference } from './differences.ts'
import { fieldSheetOf } from './field-sheet.ts'
import type { KeptReport } from './home.ts'
import { findItem } from './items.ts'
import { findRound, openRound } from './rounds.ts'

type Open = {
  readonly item: DoorRow
  readonly row: ReportRow
  readonly kept: KeptReport
  readonly stored: StoredSheet
  readonly differences: readonly OpenDifference[]
}

async function openReport(ctx: Context, staff: Staff, round: string, household: number): Promise<Outcome<Open>> {
  const found = await findRound(ctx, staff, round)
  if (!found.ok) return found
  const [item, row] = await Promise.all([findItem(ctx, round, household), ctx.storage.report(round, household)])
  if (item === null || row === null) return refused('not-found')
  const stored = await readStored(ctx, staff, household)
  if (!stored.ok) return stored
  const kept = JSON.parse(openText(ctx.signer, 'report', row.body) ?? '') as KeptReport
  return ok({ item, row, kept, stored: stored.value, differences: differencesOf(ctx.signer, kept, stored.value) })
}

/** Full numbers are shown: it is written down who looked. */
export async function readReport(ctx: Context, staff: Staff, round: string, household: number): Promise<Outcome<ReportView>> {
  const open = await openReport(ctx, staff, round, household)
  if (!open.ok) return open
  await audit(ctx, staff, 'view-report', household, round)
  return ok(viewOf(ctx, open.value))
}

const viewOf = (ctx: Context, { item, row, kept, stored, differences }: Open): ReportView => ({
  household: item.household,
  site: item.site,
  address: addressText(item),
  version: row.version,
  sheetVersion: stored.household.version,
  state: row.state,
  submittedAt: row.submittedAt,
  settledAt: row.settledAt,
  settledBy: row.settledByName,
  language: kept.report.language,
  proved: kept.proved,
  note: kept.report.note,
  callback: kept.report.callback,
  question: openText(ctx.signer, 'question', row.question),
  differences: differences.map(({ key, kind, who, fields }) => ({ key, kind, who, fields }))
})

/** Takes what staff chose into the register, as the household's own word; the rest is put aside. */
export async function settleReport(
  ctx: Context,
  staff: Staff,
  round: string,
  household: number,
  { version, sheetVersion, accept }: Settle
): Promise<Outcome<ReportView>> {
  const before = await openRound(ctx, staff, round)
  if (!before.ok) return before
  const open = await openReport(ctx, staff, round, household)
  if (!open.ok) return open
  const { item, row, stored, differences } = open.value
  if (row.version !== version || row.state === 'settled' || stored.household.version !== sheetVersion)
    return refused('version-conflict')
  const edits = differences.filter(({ key }) => accept.includes(key)).flatMap(one => one.edits)
  const taken = await takeEdits(ctx, staff, stored, edits, `report-${round}-${household}-${version}`)
  if (!taken.ok) return taken
  const at = ctx.env.now()
  const settled: ReportRow = { ...row, version: version + 1, state: 'settled', settledAt: at, settledByName: staff.displayName }
  if (!(await ctx.storage.putReport(settled, version, item.standing === 'reached' ? null : 'self')))
    return refused('version-conflict')
  await audit(ctx, staff, 'settle-report', household, `${accept.length} of ${differences.length}`)
  return readReport(ctx, staff, round, household)
}

/** The household spoke, whatever of it is taken: that is a contact in any case. */
async function takeEdits(
  ctx: Context,
  staff: Staff,
  stored: StoredSheet,
  edits: OpenDifference['edits'],
  delivery: string
): Promise<Outcome<null>> {
  const household = stored.household.id
  const contact = { how: 'self', outcome: 'reached' } as const
  if (edits.length === 0) {
    const who = { actor: staff.id, actorName: staff.displayName }
    await ctx.storage.noteContact(household, { at: ctx.env.now(), ...who, ...contact, changes: null })
    return ok(null)
  }
  const known = groupsOf(fieldsOf(fieldSheetOf(ctx.signer, stored)))
  const done = await changeFields(ctx, staff, { household, edits, known, delivery, contact })
  if (done.kind === 'refused') return { ok: false, failure: done.failure }
  return done.kind === 'conflict' ? refused('version-conflict') : ok(null)
}

/** The question waits at the household's link, until it reports again. */
export async function askBack(
  ctx: Context,
  staff: Staff,
  round: string,
  household: number,
  { version, question }: AskBack
): Promise<Outcome<ReportView>> {
  const before = await openRound(ctx, staff, round)
  if (!before.ok) return before
  const open = await openReport(ctx, staff, round, household)
  if (!open.ok) return open
  const { row } = open.value
  if (row.version !== version || row.state === 'settled') return refused('version-conflict')
  const sealed = sealText(ctx.signer, 'question', question)
  if (!(await ctx.storage.putReport({ ...row, version: version + 1, state: 'asked', question: sealed }, version, null)))
    return refused('version-conflict')
  await audit(ctx, staff, 'ask-back', household, round)
  return readReport(ctx, staff, round, household)
}

const audit = (ctx: Context, staff: Staff, action: string, household: number, detail: string): Promise<void> =>
  ctx.storage.audit({ at: ctx.env.now(), actor: staff.id, action, object: String(household), detail })
