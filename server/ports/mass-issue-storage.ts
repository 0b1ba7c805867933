import type { MassExclusion, MassFilter, MassIssueView } from '../../shared/schema/mass-issue.ts'
import type { PassEventRow, PassRow } from './pass-rows.ts'
import type { MemberOf } from './register-storage.ts'

export type MassState = MassIssueView['state']

export type MassIssueRow = {
  id: string
  community: string
  filter: MassFilter
  state: MassState
  total: number
  /** Position of the first choice that was not dealt with. */
  next: number
  issued: number
  createdBy: string
  createdByName: string
  createdAt: number
  approvedBy: string | null
  approvedByName: string | null
  updatedAt: number
}

/** Whom a pass is for; `replaces` is the serial that it renews. */
export type MassChoice = {
  readonly household: number
  readonly person: number | null
  readonly vehicle: number | null
  readonly replaces: number | null
}
export type MassSkip = { readonly position: number; readonly reason: MassExclusion }

/** A valid or held pass. */
export type PassOf = { readonly serial: number; readonly status: 'valid' | 'held'; readonly endsAt: number }

/** A pass and the door where it belongs, as the register has it now. */
export type IssuedPass = {
  readonly serial: number
  readonly site: number
  readonly building: string
  readonly unit: string
  readonly room: string
}

/** Everything that a pass of somebody is found by. */
export type HolderKeys = {
  readonly household: number
  readonly person: number | null
  readonly documentIndex: string | null
  /** Of a car. */
  readonly plate: string | null
}

/** Whose a pass is, and what stood for him when that was decided. */
export type MassHolder = MassChoice & { readonly keys: HolderKeys; readonly standing: readonly PassOf[] }

/** A step of a mass issue: its passes, whose they are, and who was left out, from `next` on. */
export type MassStep = {
  readonly id: string
  readonly kind: MassFilter['kind']
  readonly next: number
  readonly count: number
  readonly passes: readonly PassRow[]
  readonly events: readonly PassEventRow[]
  /** One for each pass. */
  readonly holders: readonly MassHolder[]
  /** Epoch seconds: the `endsAfter` with which `standing` was read. */
  readonly standingAfter: number
  readonly skips: readonly MassSkip[]
  readonly at: number
  readonly signaturesPerKey: number
}

/** Mass issues, choice by choice; a step and its passes are one transaction, so that a crash repeats and loses nothing. */
export interface MassIssueStorage {
  /** false, and nothing is kept: a person, household or vehicle, whichever the issue is for, was chosen twice. */
  addMassIssue(row: MassIssueRow, choices: readonly MassChoice[]): Promise<boolean>
  massIssue(id: string): Promise<MassIssueRow | null>
  /** Newest first. */
  massIssues(community: string | null, limit: number): Promise<MassIssueRow[]>
  massChoices(id: string, from: number, limit: number): Promise<MassChoice[]>
  massSkips(id: string): Promise<{ reason: MassExclusion; count: number }[]>
  /** Compare and set; false when the state is not one of `from`. */
  changeMassIssue(
    id: string,
    from: readonly MassState[],
    to: MassState,
    change: { at: number; approvedBy?: string; approvedByName?: string }
  ): Promise<boolean>
  /**
   * `stale`: the issue is not running, or another one did this step. `conflict`: what stands for one of the holders is not
   * what it was any more; looked up in the transaction itself, so that nobody gets two passes from two issues.
   */
  addMassStep(step: MassStep): Promise<'added' | 'stale' | 'conflict' | 'key-full'>
  /**
   * Valid and held passes of a kind that end after `endsAfter` (epoch seconds), for each holder by serial: a car's by its
   * plate, a person's by document and by mass issues, a household's by mass issues and, of other passes, by the document.
   */
  standingPasses(kind: MassFilter['kind'], holders: readonly HolderKeys[], endsAfter: number): Promise<PassOf[][]>
  /** Passes of an issue and what replaced them at desks, which are valid and end after `endsAfter`, door by door. */
  passesOfIssue(id: string, endsAfter: number, limit: number): Promise<IssuedPass[]>
  /** Members of these households, each in the first of his households within the filter only (the lowest id). */
  membersOnce(households: readonly number[], within: MassFilter): Promise<MemberOf[]>
  vehiclesOf(households: readonly number[]): Promise<{ id: number; household: number; plate: string }[]>
}
