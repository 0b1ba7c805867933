import type { CardItem } from '../../shared/schema/work-review.ts'

/** How it stands with the daily report of a card. `missing`: it is on hold for it. */
export type ReportState = 'none-needed' | 'done' | 'not-yet' | 'missing'

type Card = Pick<CardItem, 'dailyReport' | 'reportedToday' | 'hold'>

export function reportState({ dailyReport, reportedToday, hold }: Card): ReportState {
  if (hold === 'report-missing') return 'missing'
  if (!dailyReport) return 'none-needed'
  return reportedToday ? 'done' : 'not-yet'
}
