import { DAY_MS, localDayNumber, startOfDayMs } from './local-days.ts'
import type { WorkPhotoKind } from './words.ts'
import type { OfficeHours } from './working-hours.ts'

/** The rules of the cards from an instant on. Data: they changed weekly (DOMAIN.md §2.4). */
export type WorkRules = {
  /** Days of a card; the day of issue is the first, and it ends at 24:00 local of the last. */
  readonly validityDays: number
  /** Temperature and symptoms every day keep the card valid. */
  readonly dailyReport: boolean
  /** `employer`: one that the community approved and authorised may approve its own unflagged workers. */
  readonly signers: readonly ('community' | 'employer')[]
  /** `home`: the card opens the holder's compound; `realm`: every compound of the realm. */
  readonly cardSites: 'home' | 'realm'
  /** Tenths of a degree from which on somebody has fever. */
  readonly temperatureLimit: number
  /** Days after a return from outside, a contact and so on. */
  readonly observationDays: number
  /** Open or decided applications with one phone beyond which one is flagged. */
  readonly phonesAtMost: number
  readonly photos: readonly WorkPhotoKind[]
  /** Working minutes within which an answer is promised. */
  readonly promisedMinutes: number
  /** Of a bulk approval, this many are opened before, or all where there are fewer. */
  readonly bulkSample: number
  readonly hours: OfficeHours
}
export type WorkPolicy = WorkRules & {
  readonly id: number
  /** ms */
  readonly effectiveFrom: number
  readonly note: string
}

/** A question that is not answered. */
export const LAPSE_MS = 72 * 3_600_000
/** A claim that is not used. */
export const CLAIM_MS = 30 * 60_000

/** What counts until an administrator says something else: the third notice of DOMAIN.md §2.4. */
export const FIRST_WORK_POLICY: WorkPolicy = {
  id: 0,
  effectiveFrom: 0,
  note: '',
  validityDays: 14,
  dailyReport: true,
  signers: ['community'],
  cardSites: 'home',
  temperatureLimit: 373,
  observationDays: 14,
  phonesAtMost: 3,
  photos: [],
  promisedMinutes: 360,
  bulkSample: 5,
  hours: {
    shifts: [
      { fromMinute: 540, toMinute: 720 },
      { fromMinute: 780, toMinute: 1020 }
    ],
    daysOff: [],
    extraWorkdays: []
  }
}

/** The one that began last; of two with the same begin, the one that was made later. */
export function workPolicyAt(policies: readonly WorkPolicy[], atMs: number): WorkPolicy {
  let found = FIRST_WORK_POLICY
  for (const policy of policies) {
    if (policy.effectiveFrom > atMs) continue
    const isLater = policy.effectiveFrom > found.effectiveFrom
    if (isLater || (policy.effectiveFrom === found.effectiveFrom && policy.id > found.id)) found = policy
  }
  return found
}

const HOUR_MS = 3_600_000

/**
 * When a card begins and how long it counts: from the hour of its issue to 24:00 local of its last day, because a pass
 * counts whole hours. A card of 5 days issued on 18 February ends at the end of the 22nd.
 */
export function cardWindow({ validityDays }: Pick<WorkRules, 'validityDays'>, nowMs: number): { startMs: number; hours: number } {
  const today = localDayNumber(nowMs)
  const startMs = Math.floor(nowMs / HOUR_MS) * HOUR_MS
  const endMs = startOfDayMs(today + validityDays)
  return { startMs, hours: (endMs - startMs) / HOUR_MS }
}

/** Whether a card whose last report is of `lastReportDay` is behind: yesterday's is missing from 00:00 local on. */
export const isReportMissing = (lastReportDay: number, nowMs: number): boolean => localDayNumber(nowMs) - lastReportDay > 1

/** The first instant at which `isReportMissing` is true. */
export const reportMissingFromMs = (lastReportDay: number): number => startOfDayMs(lastReportDay + 2)

export const daysToMs = (days: number): number => days * DAY_MS
