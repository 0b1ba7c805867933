import { inWorkDb } from '../work/db.ts'
import { deliverReports, REPORTS_TAG, type SendReport } from '../work/deliver-reports.ts'
import { oneAtATime } from '../work/one-at-a-time.ts'

const send: SendReport = async ({ number, secret, report }) => {
  try {
    const response = await fetch('/api/v1/my-work/reports', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-link': `${number}.${secret}` },
      body: JSON.stringify(report)
    })
    if (response.ok) return 'sent'
    return response.status >= 500 || response.status === 429 ? 'later' : 'refused'
  } catch {
    return 'later' // no network after all
  }
}

/** Sends daily reports that waited for a network. Rejects where a later try may help: then the browser comes back by itself. */
export async function deliverInBackground(): Promise<void> {
  const fates = await oneAtATime(REPORTS_TAG, () => inWorkDb(db => deliverReports(db, send, () => Date.now())))
  if ([...fates.values()].includes('later')) throw new Error('not delivered yet')
}
