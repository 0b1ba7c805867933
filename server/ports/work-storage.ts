import type { WorkPolicy } from '../../shared/work/policy.ts'
import type { WorkEvent, WorkState } from '../../shared/work/states.ts'
import type { CardHold, WorkFlag, WorkNoticeKind, WorkPhotoKind } from '../../shared/work/words.ts'
import type { PassEventRow, PassRow } from './pass-rows.ts'
import type { WorkEmployerStorage } from './work-employer-storage.ts'
import type { WorkNoticeStorage } from './work-notice-storage.ts'
import type { WorkFields, WorkRow } from './work-rows.ts'

export type { WorkFields, WorkRow } from './work-rows.ts'

export type NewWorkRow = Omit<WorkRow, 'id' | 'serial'>

export type WorkEventRow = {
  number: string
  at: number
  event: WorkEvent | 'create' | 'late'
  state: WorkState
  actor: string
  actorName: string
  reason: string | null
  /** Encrypted. */
  note: string | null
}

/** One event of one application; it happens only from the states of the table, and only if the conditions hold. */
export type WorkMove = {
  readonly number: string
  readonly event: WorkEvent
  readonly at: number
  readonly actor: string
  readonly actorName: string
  readonly reason?: string
  readonly note?: string
  /** `mine`: claimed by the actor, and the claim is not over. */
  readonly only?: 'mine' | 'claim-over' | 'answer-over' | 'answer-open' | 'not-left' | 'left'
  readonly set?: Partial<WorkFields>
  readonly notice?: WorkNoticeKind
}

export type WorkCardRow = {
  serial: number
  number: string
  community: string
  site: number
  employer: string | null
  policy: number
  daily: boolean
  /** Local day of the last report; the declaration counts as one. */
  lastReportDay: number
  /** Why the service holds it; null: it does not. */
  hold: CardHold | null
  heldAt: number | null
  /** Epoch seconds. */
  endsAt: number
}
export type WorkCardState = WorkCardRow & {
  status: PassRow['status']
  label: string
  text: string
  linkVersion: number
  startMinute: number
}

export type WorkIssue = {
  /** In the order of the passes. */
  readonly cards: readonly WorkCardRow[]
  readonly passes: readonly PassRow[]
  readonly events: readonly PassEventRow[]
  readonly at: number
  readonly signaturesPerKey: number
}

export type WorkReportWrite = {
  readonly serial: number
  readonly day: number
  readonly at: number
  /** Encrypted: temperature and symptoms. */
  readonly body: string
  readonly by: string
  readonly byName: string
  readonly isFever: boolean
}
/** `held`: by a fever, now or before. `lifted`: it was on hold for a missing report. */
export type WorkReportDone = { readonly serial: number; readonly outcome: 'kept' | 'lifted' | 'held' | 'not-valid' }

export type WorkQueueFilter = {
  /** `waiting`: submitted and under review. */
  state: WorkState | 'waiting'
  /** null: no restriction. */
  community: string | null
  employer?: string
  flag?: WorkFlag
  flagged?: boolean
  claimBy?: string
  /** Last row of the page before; oldest first. */
  after?: { submittedAt: number; id: number }
  limit: number
}
export type WorkCounts = {
  waiting: number
  underReview: number
  moreInfo: number
  late: number
  flagged: number
  oldest: number | null
  cardsHeld: number
  employersWaiting: number
}
export type WorkPhotoRow = { number: string; kind: WorkPhotoKind; at: number; body: string }
export type WorkBulkRow = { id: string; account: string; numbers: string[]; sample: string[]; createdAt: number }
export type WorkPolicyRow = WorkPolicy & { createdAt: number; createdBy: string }
/** What else there is of the same document or phone; counts leave out the application itself. */
export type WorkUse = { readonly number: string; readonly key: string; readonly state: WorkState; readonly documentIndex: string }

export type WorkPass = {
  readonly key: string
  readonly serial: number
  readonly status: 'valid' | 'held'
  readonly endsAt: number
}

/** Applications for work cards and the cards. Every change writes its event, and its notice, in the same transaction. */
export interface WorkStorage extends WorkEmployerStorage, WorkNoticeStorage {
  workPolicies(): Promise<WorkPolicyRow[]>
  addWorkPolicy(policy: Omit<WorkPolicyRow, 'id'>): Promise<number>

  /**
   * All or none; `taken`: a secret, or an employer's worker, is there already, or what is renewed is not the current one.
   * A renewal takes the place of the application that it renews.
   */
  addWork(
    rows: readonly NewWorkRow[],
    notice: WorkNoticeKind | null,
    by: { actor: string; actorName: string }
  ): Promise<'added' | 'taken'>
  work(number: string): Promise<WorkRow | null>
  /** Those that are there, in the order of the numbers. */
  workMany(numbers: readonly string[]): Promise<WorkRow[]>
  workBySecret(secretHash: string): Promise<WorkRow | null>
  workEvents(number: string): Promise<WorkEventRow[]>
  /** In order, in one transaction; each on its own: the indexes of those that happened. */
  moveWork(moves: readonly WorkMove[]): Promise<number[]>
  /** An employer's worker is gone: his application counts no more; it is neither approved nor claimed again. */
  leaveWork(number: string, at: number): Promise<boolean>
  workQueue(filter: WorkQueueFilter): Promise<WorkRow[]>
  workCounts(community: string | null, now: number): Promise<WorkCounts>
  workOfDocuments(indexes: readonly string[]): Promise<WorkUse[]>
  workOfPhones(indexes: readonly string[]): Promise<WorkUse[]>

  /** Approved applications become issued with their cards, all of them or none. `stale`: one of them is not approved any more. */
  issueWork(issue: WorkIssue): Promise<'issued' | 'stale' | 'conflict' | 'key-full'>
  workToSign(limit: number): Promise<WorkRow[]>
  /** Valid and held work cards of these documents (`key`) that end after an instant (epoch seconds), whoever issued them. */
  workPasses(documentIndexes: readonly string[], endsAfter: number): Promise<WorkPass[]>
  workCards(serials: readonly number[]): Promise<WorkCardState[]>
  workCardPage(filter: { community: string | null; held?: boolean; after?: number; limit: number }): Promise<WorkCardState[]>
  keepWorkReports(reports: readonly WorkReportWrite[]): Promise<WorkReportDone[]>
  /** The last report of each card. */
  lastWorkReports(serials: readonly number[]): Promise<{ serial: number; day: number; body: string }[]>

  putWorkPhoto(photo: WorkPhotoRow): Promise<void>
  workPhoto(number: string, kind: WorkPhotoKind): Promise<WorkPhotoRow | null>
  workPhotoKinds(number: string): Promise<WorkPhotoKind[]>

  noteWorkLook(number: string, account: string, at: number): Promise<void>
  /** Which of these an account has opened since. */
  workLooks(account: string, numbers: readonly string[], since: number): Promise<string[]>
  addWorkBulk(bulk: WorkBulkRow): Promise<void>
  workBulk(id: string): Promise<WorkBulkRow | null>

  /** Numbers whose claim or time to answer is over, or that an employer's worker left behind. */
  workDue(kind: 'claim-over' | 'answer-over' | 'left', now: number, limit: number): Promise<string[]>
  /** Marks what is past its promised time, once; how many. */
  markWorkLate(now: number, limit: number): Promise<number>
  /** Valid cards whose report of yesterday is missing go on hold; the serials. */
  holdMissingReports(today: number, now: number, limit: number): Promise<number[]>
  /** Notices `expires-soon` to valid cards that end within a day, once; how many. */
  warnOfEnd(now: number, limit: number): Promise<number>
  /** Notices `report-due` to cards without a report of `today`, once a day; how many. */
  remindReports(today: number, now: number, limit: number): Promise<number>
}
