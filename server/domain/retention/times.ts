import { KEPT_THINGS } from '../../ports/retention-storage.ts'

/**
 * How long each thing is kept, in days, and how short or long the realm may set it (DOMAIN.md §3.2; network logs six
 * months under the Cybersecurity Law). `passages` and `pseudonyms` count from receipt, `passes`, `work-cards`
 * and `shifts` from their end.
 */
export const RETENTION = {
  passages: { days: 14, min: 7, max: 60 },
  pseudonyms: { days: 30, min: 14, max: 90 },
  visitors: { days: 14, min: 1, max: 60 },
  fevers: { days: 30, min: 1, max: 60 },
  alerts: { days: 30, min: 1, max: 180 },
  quarantine: { days: 30, min: 14, max: 180 },
  'gate-records': { days: 180, min: 30, max: 365 },
  shifts: { days: 30, min: 7, max: 365 },
  surveys: { days: 180, min: 30, max: 365 },
  passes: { days: 30, min: 14, max: 365 },
  'work-refused': { days: 14, min: 7, max: 60 },
  'work-cards': { days: 30, min: 14, max: 365 },
  audit: { days: 180, min: 180, max: 730 }
} as const

export type RetentionKind = keyof typeof RETENTION
export const RETENTION_KINDS = Object.keys(RETENTION) as RetentionKind[]
/** Days by kind. */
export type RetentionDays = Readonly<Record<RetentionKind, number>>

export const STANDARD_DAYS = Object.fromEntries(RETENTION_KINDS.map(kind => [kind, RETENTION[kind].days])) as RetentionDays

/** The kind that is wrong: out of its limits, or pseudonyms that would go before the names do. */
export function wrongDays(days: RetentionDays): RetentionKind | null {
  const outside = RETENTION_KINDS.find(kind => days[kind] < RETENTION[kind].min || days[kind] > RETENTION[kind].max)
  return outside ?? (days.pseudonyms < days.passages ? 'pseudonyms' : null)
}

/** Things that are simply deleted when their time is over. */
export const DELETED_THINGS = KEPT_THINGS
