import { signal } from '@preact/signals'
import { localDayNumber } from '../../shared/work/local-days.ts'
import { sendReport } from './api.ts'
import { inWorkDb, type WaitingReport } from './db.ts'
import { deliverReports, type ReportFate, REPORTS_TAG, type SendReport } from './deliver-reports.ts'
import type { WorkProof } from './kept.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { isPassing } from './submission.ts'
import type { DailyReport, ReportKept } from './wire.ts'

/** What became of a report, and on which local day: the next day nothing of it counts. */
export type ToldFate = { readonly fate: ReportFate; readonly day: number }
export const reportFates = signal<Readonly<Record<string, ToldFate>>>({})

/** Kept on the phone first; then sent, or sent as soon as there is a network, page or no page. */
export async function report(proof: WorkProof, body: DailyReport, now: number): Promise<ReportKept | null> {
  const waiting: WaitingReport = { number: proof.number, secret: proof.secret, day: localDayNumber(now), report: body }
  await inWorkDb(db => db.put('reports', waiting))
  const kept = await deliverWaiting()
  return kept.get(proof.number) ?? null
}

/** Tells of each report what came of it; what was answered is in the map. */
export async function deliverWaiting(): Promise<ReadonlyMap<string, ReportKept>> {
  const answers = new Map<string, ReportKept>()
  const send: SendReport = async ({ report: body, ...proof }) => {
    const answer = await sendReport(proof, body)
    if (answer.ok) answers.set(proof.number, answer.value)
    return answer.ok ? 'sent' : isPassing(answer.failure) ? 'later' : 'refused'
  }
  const fates = await oneAtATime(REPORTS_TAG, () => inWorkDb(db => deliverReports(db, send, () => Date.now())))
  const day = localDayNumber(Date.now())
  reportFates.value = { ...reportFates.value, ...Object.fromEntries([...fates].map(([number, fate]) => [number, { fate, day }])) }
  if ([...fates.values()].includes('later')) await askForSync()
  return answers
}

/** The browser then wakes the service worker when there is a network (Chromium); elsewhere the page sends when it is open. */
async function askForSync(): Promise<void> {
  const registration = (await navigator.serviceWorker?.getRegistration()) as
    | (ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } })
    | undefined
  await registration?.sync?.register(REPORTS_TAG).catch(console.info)
}
