import { ok } from '../../../shared/result.ts'
import type { DailyReport, ReportKept } from '../../../shared/schema/work.ts'
import { listOf } from '../../../shared/status/status-list.ts'
import { isFeverish } from '../../../shared/work/flags.ts'
import { localDayNumber } from '../../../shared/work/local-days.ts'
import { FIRST_WORK_POLICY } from '../../../shared/work/policy.ts'
import type { WorkCardState, WorkReportDone, WorkReportWrite } from '../../ports/work-storage.ts'
import type { WorkRow } from '../../ports/work-storage.ts'
import { type Context, type Outcome, refused } from '../context.ts'
import { raiseAlert } from '../raise-alert.ts'
import { cardOf } from './card-view.ts'
import { policiesById } from './policies.ts'
import { sealWork } from './records.ts'

export type Reporter = { readonly by: string; readonly byName: string }

/** By the holder's link; of today, and a later one of the day replaces it. */
export async function reportToday(ctx: Context, row: WorkRow, report: DailyReport, by: Reporter): Promise<Outcome<ReportKept>> {
  if (row.serial === null) return refused('work-state', undefined, row.state)
  const [done] = await keepReports(ctx, [{ serial: row.serial, report }], by)
  if (done === undefined || done.outcome === 'not-valid') return refused('card-not-valid')
  const card = await cardOf(ctx, row.serial)
  return card === null ? refused('card-not-valid') : ok({ card, fever: done.isFever })
}

type Told = { readonly serial: number; readonly report: DailyReport }

/** Keeps reports, lifts what was held for their lack, and starts the follow-up of a fever. */
export async function keepReports(
  ctx: Context,
  told: readonly Told[],
  { by, byName }: Reporter
): Promise<(WorkReportDone & { isFever: boolean })[]> {
  const at = ctx.env.now()
  const day = localDayNumber(at)
  const policies = await policiesById(ctx)
  const cards = new Map((await ctx.storage.workCards(told.map(({ serial }) => serial))).map(card => [card.serial, card]))
  const writes = told.map(({ serial, report }): WorkReportWrite => {
    const policy = policies.get(cards.get(serial)?.policy ?? 0) ?? FIRST_WORK_POLICY
    const body = sealWork(ctx.signer, 'report', { ...report, symptoms: [...report.symptoms] })
    return { serial, day, at, body, by, byName, isFever: isFeverish(report, policy) }
  })
  const done = await ctx.storage.keepWorkReports(writes)
  announce(ctx, done)
  for (const [index, write] of writes.entries()) {
    const card = cards.get(write.serial)
    if (write.isFever && card !== undefined && done[index]?.outcome === 'held') await tellFever(ctx, card, day, at)
  }
  return done.map((one, index) => ({ ...one, isFever: writes[index]?.isFever === true }))
}

function announce(ctx: Context, done: readonly WorkReportDone[]): void {
  const changed = done.filter(({ outcome }) => outcome === 'lifted' || outcome === 'held')
  for (const list of new Set(changed.map(({ serial }) => listOf(serial)))) ctx.bus.publish({ kind: 'status', list })
}

/** Staff of the community follow it up as a fever at a gate; once for each day of a card. */
const tellFever = (ctx: Context, { serial, site, community, label }: WorkCardState, day: number, at: number): Promise<void> =>
  raiseAlert(ctx, {
    kind: 'fever',
    device: `work-card-${serial}`,
    number: day,
    site,
    gate: 'daily-report',
    community,
    at,
    serial,
    label,
    held: true,
    note: null
  })
