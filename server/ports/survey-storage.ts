import type { ContactOutcome, ContactWay } from '../../shared/register/words.ts'
import type { FrozenFigures, RoundScope } from '../../shared/schema/survey.ts'
import type { Tally } from '../../shared/survey/coverage.ts'
import type { ReportState, RoundState, Standing } from '../../shared/survey/words.ts'
import type { HouseholdRow, RevisionFields } from './register-storage.ts'

export type RoundRow = {
  id: string
  community: string
  name: string
  from: string
  to: string
  scope: RoundScope
  state: RoundState
  createdAt: number
  createdBy: string
  createdByName: string
  closedAt: number | null
  closedByName: string | null
  /** Frozen when the round was closed. */
  figures: FrozenFigures | null
}
export type RoundItem = { readonly household: number; readonly worker: string | null }
export type ItemRow = {
  round: string
  household: number
  worker: string | null
  standing: Standing
  attempts: number
  last: { at: number; way: ContactWay; outcome: ContactOutcome } | null
  nextAt: number | null
  report: ReportState | null
  /** Grows when the link of the door note is replaced. */
  linkVersion: number
  /** Wrong answers to "what do you know of yourself", since the link was made. */
  proofFailures: number
}
export type DoorRow = ItemRow & { site: number; building: string; unit: string; room: string; addressKey: string }

export type ItemFilter = {
  /** null: of those whom nobody was given. */
  worker?: string | null
  standing?: Standing
  site?: number
  building?: string
  household?: number
  report?: ReportState
  after?: { site: number; addressKey: string }
  limit: number
}
export type AttemptRow = {
  id: string
  /** Empty: outside any round. */
  round: string
  household: number
  actor: string
  actorName: string
  at: number
  receivedAt: number
  way: ContactWay
  outcome: ContactOutcome
  nextAt: number | null
  /** Encrypted. */
  note: string | null
}
export type ListRow = { worker: string | null; tally: Tally; attempts: number; due: number }

export type ReportRow = {
  round: string
  household: number
  version: number
  state: ReportState
  /** Encrypted: what the household wrote. */
  body: string
  /** Encrypted: what staff want to know. */
  question: string | null
  submittedAt: number
  settledAt: number | null
  settledByName: string | null
}
/** A household of somebody's list, with its item in the newest open round that gave it to them. */
export type FieldRow = { household: HouseholdRow; item: ItemRow | null }

/** Rounds of a survey: who is to be asked by whom, what came of it, and what households report themselves. */
export interface SurveyStorage {
  /** With its households, in one step. */
  addRound(round: RoundRow, items: readonly RoundItem[]): Promise<void>
  /** Newest first; null: of every community. */
  rounds(community: string | null): Promise<RoundRow[]>
  round(id: string): Promise<RoundRow | null>
  /** Households that came since the round began; how many are new. */
  addItems(round: string, items: readonly RoundItem[]): Promise<number>
  /** Compare and set: false when it is closed already. */
  closeRound(id: string, closed: { at: number; byName: string; figures: FrozenFigures }): Promise<boolean>
  /** By list, and of all lists the reports that wait. `now` decides what is due. */
  roundLists(round: string, now: number): Promise<{ lists: ListRow[]; toReview: number }>
  /** In the order of the addresses as they are now. */
  roundItems(round: string, filter: ItemFilter): Promise<DoorRow[]>
  /** Only in an open round; how many were moved. */
  moveItems(round: string, who: { from: string | null } | { households: readonly number[] }, to: string | null): Promise<number>
  /**
   * The attempt, what it makes of the household's standing, and the contact in the register, in one step. Known by its id:
   * `known` when it was stored before. A closed round's standing stays; the attempt is stored.
   */
  addAttempt(attempt: AttemptRow, revision: RevisionFields): Promise<'added' | 'known' | 'missing'>
  /** Oldest first. */
  attempts(round: string, household: number): Promise<AttemptRow[]>

  /** Households of somebody's open lists and grids, by id. */
  fieldHouseholds(worker: string, after: number, limit: number): Promise<FieldRow[]>
  /** Also when the round that gave it was closed after `closedAfter` (ms). */
  isFieldHousehold(worker: string, household: number, closedAfter: number): Promise<boolean>
  /** Whether changes of this id were stored. */
  isDelivered(id: string): Promise<boolean>

  report(round: string, household: number): Promise<ReportRow | null>
  /** Compare and set by version (0: the first); what becomes of the household in the round, too. */
  putReport(report: ReportRow, expected: number, standing: Standing | null): Promise<boolean>
  replaceLink(round: string, household: number): Promise<number>
  countProofFailure(round: string, household: number): Promise<number>
}
