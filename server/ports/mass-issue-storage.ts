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

/** A step of a mass issue: its passes, whose they are, and who was left out, from `next` on. */
export type MassStep = {
  readonly id: string
  readonly next: number
  readonly count: number
  readonly passes: readonly PassRow[]
  readonly events: readonly PassEventRow[]
  readonly holders: readonly MassChoice[]
  readonly skips: readonly MassSkip[]
  readonly at: number
  readonly signaturesPerKey: number
}

export type PassOf = { key: string; serial: number; status: 'valid' | 'held'; endsAt: number }

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
  /** `stale`: the issue is not running, or another one did this step. `conflict`: what is renewed was changed meanwhile. */
  addMassStep(step: MassStep): Promise<'added' | 'stale' | 'conflict' | 'key-full'>
  /** Valid and held passes of a kind that end after `endsAfter` (epoch seconds), by the holders' documents (`key`). */
  passesOfDocuments(kind: string, documentIndexes: readonly string[], endsAfter: number): Promise<PassOf[]>
  /** The same by plates. */
  passesOfPlates(plates: readonly string[], endsAfter: number): Promise<PassOf[]>
  /** The same by people (`key` is the id), of mass issues alone: for who has no document. */
  passesOfPeople(kind: string, people: readonly number[], endsAfter: number): Promise<PassOf[]>
  /** Members of these households, each in the first of his households within the filter only (the lowest id). */
  membersOnce(households: readonly number[], within: MassFilter): Promise<MemberOf[]>
  vehiclesOf(households: readonly number[]): Promise<{ id: number; household: number; plate: string }[]>
}
