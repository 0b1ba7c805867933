import { localDayNumber } from '../../shared/work/local-days.ts'
import type { DailyReport } from '../../shared/schema/work.ts'
import type { WaitingReport, WorkDb } from './db.ts'

export const REPORTS_TAG = 'work-reports'

/** `sent`: the service has it; `later`: no network; `refused`: it will never be taken; `stale`: its day is over. */
export type ReportFate = 'sent' | 'later' | 'refused' | 'stale'
export type SendReport = (waiting: {
  number: string
  secret: string
  report: DailyReport
}) => Promise<'sent' | 'later' | 'refused'>

/**
 * Sends what waits, one after another. A reading counts for the day on which it was taken: one of yesterday is dropped and
 * told, because the service would count it as today's. What cannot be sent stays.
 */
export async function deliverReports(db: WorkDb, send: SendReport, now: () => number): Promise<ReadonlyMap<string, ReportFate>> {
  const fates = new Map<string, ReportFate>()
  for (const waiting of await db.getAll('reports')) {
    const fate = waiting.day === localDayNumber(now()) ? await send(waiting) : 'stale'
    fates.set(waiting.number, fate)
    if (fate !== 'later') await dropIfSame(db, waiting)
  }
  return fates
}

/** Another one may have been kept while this one was on its way. */
async function dropIfSame(db: WorkDb, sent: WaitingReport): Promise<void> {
  const transaction = db.transaction('reports', 'readwrite')
  const now = await transaction.store.get(sent.number)
  if (now !== undefined && JSON.stringify(now) === JSON.stringify(sent)) await transaction.store.delete(sent.number)
  await transaction.done
}
