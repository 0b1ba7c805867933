import type { Selectable } from 'kysely'
import type { AttemptRow, ItemRow, ReportRow, RoundItem, RoundRow } from '../ports/survey-storage.ts'
import { type Database, REALM } from './schema.ts'

export const fromRound = (row: Selectable<Database['survey_round']>): RoundRow => ({
  id: row.id,
  community: row.community,
  name: row.name,
  from: row.from_day,
  to: row.to_day,
  scope: JSON.parse(row.scope) as RoundRow['scope'],
  state: row.state as RoundRow['state'],
  createdAt: row.created_at,
  createdBy: row.created_by,
  createdByName: row.created_by_name,
  closedAt: row.closed_at,
  closedByName: row.closed_by_name,
  figures: row.figures === null ? null : (JSON.parse(row.figures) as RoundRow['figures'])
})

export const toRound = (round: RoundRow): Selectable<Database['survey_round']> => ({
  realm: REALM,
  id: round.id,
  community: round.community,
  name: round.name,
  from_day: round.from,
  to_day: round.to,
  scope: JSON.stringify(round.scope),
  state: round.state,
  created_at: round.createdAt,
  created_by: round.createdBy,
  created_by_name: round.createdByName,
  closed_at: round.closedAt,
  closed_by_name: round.closedByName,
  figures: round.figures === null ? null : JSON.stringify(round.figures)
})

export const newItem = (round: string, { household, worker }: RoundItem): Selectable<Database['survey_item']> => ({
  realm: REALM,
  round,
  household,
  worker,
  standing: 'open',
  attempts: 0,
  last_at: null,
  last_way: null,
  last_outcome: null,
  next_at: null,
  report: null,
  link_version: 1,
  proof_failures: 0
})

export const fromItem = (row: Selectable<Database['survey_item']>): ItemRow => ({
  round: row.round,
  household: row.household,
  worker: row.worker,
  standing: row.standing as ItemRow['standing'],
  attempts: row.attempts,
  last: lastOf(row),
  nextAt: row.next_at,
  report: row.report as ItemRow['report'],
  linkVersion: row.link_version,
  proofFailures: row.proof_failures
})

const lastOf = ({ last_at, last_way, last_outcome }: Selectable<Database['survey_item']>): ItemRow['last'] =>
  last_at === null || last_way === null || last_outcome === null
    ? null
    : ({ at: last_at, way: last_way, outcome: last_outcome } as ItemRow['last'])

export const toAttempt = (row: AttemptRow): Selectable<Database['survey_attempt']> => ({
  realm: REALM,
  id: row.id,
  round: row.round,
  household: row.household,
  actor: row.actor,
  actor_name: row.actorName,
  at: row.at,
  received_at: row.receivedAt,
  way: row.way,
  outcome: row.outcome,
  next_at: row.nextAt,
  note: row.note
})

export const fromAttempt = (row: Selectable<Database['survey_attempt']>): AttemptRow => ({
  id: row.id,
  round: row.round,
  household: row.household,
  actor: row.actor,
  actorName: row.actor_name,
  at: row.at,
  receivedAt: row.received_at,
  way: row.way as AttemptRow['way'],
  outcome: row.outcome as AttemptRow['outcome'],
  nextAt: row.next_at,
  note: row.note
})

export const fromReport = (row: Selectable<Database['survey_report']>): ReportRow => ({
  round: row.round,
  household: row.household,
  version: row.version,
  state: row.state as ReportRow['state'],
  body: row.body,
  question: row.question,
  submittedAt: row.submitted_at,
  settledAt: row.settled_at,
  settledByName: row.settled_by_name
})

export const toReport = (row: ReportRow): Selectable<Database['survey_report']> => ({
  realm: REALM,
  round: row.round,
  household: row.household,
  version: row.version,
  state: row.state,
  body: row.body,
  question: row.question,
  submitted_at: row.submittedAt,
  settled_at: row.settledAt,
  settled_by_name: row.settledByName
})
