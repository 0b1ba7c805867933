import type { Selectable } from 'kysely'
import type { HouseholdFields, HouseholdRow, PersonRow, RevisionFields, RevisionRow } from '../ports/register-storage.ts'
import { type Database, REALM } from './schema.ts'

export const toHouseholdColumns = (fields: HouseholdFields) => ({
  site: fields.site,
  community: fields.community,
  building: fields.building,
  unit: fields.unit,
  room: fields.room,
  address_key: fields.addressKey,
  tenure: fields.tenure,
  grid: fields.grid,
  body: fields.body
})

/** What the newest revision tells about the household; a change by the system itself is no visit. */
export const toVerified = ({ at, actorName, how, outcome }: RevisionFields) => ({
  verified_at: at,
  verified_by: actorName,
  verified_how: how,
  outcome
})

export const fromHouseholdRow = (row: Selectable<Database['household']>): HouseholdRow => ({
  id: row.id,
  site: row.site,
  community: row.community,
  building: row.building,
  unit: row.unit,
  room: row.room,
  addressKey: row.address_key,
  tenure: row.tenure as HouseholdRow['tenure'],
  grid: row.grid,
  body: row.body,
  version: row.version,
  people: row.people,
  verifiedAt: row.verified_at,
  verifiedBy: row.verified_by,
  verifiedHow: row.verified_how as HouseholdRow['verifiedHow'],
  outcome: row.outcome as HouseholdRow['outcome']
})

export const fromPersonRow = (row: Selectable<Database['person']>): PersonRow => ({
  id: row.id,
  version: row.version,
  documentIndex: row.document_index,
  birthYear: row.birth_year,
  body: row.body
})

export const toRevisionRow = (
  household: number,
  version: number,
  revision: RevisionFields
): Selectable<Database['household_revision']> => ({
  realm: REALM,
  household,
  version,
  at: revision.at,
  actor: revision.actor,
  actor_name: revision.actorName,
  how: revision.how,
  outcome: revision.outcome,
  changes: revision.changes
})

export const fromRevisionRow = (row: Selectable<Database['household_revision']>): RevisionRow => ({
  household: row.household,
  version: row.version,
  at: row.at,
  actor: row.actor,
  actorName: row.actor_name,
  how: row.how as RevisionRow['how'],
  outcome: row.outcome as RevisionRow['outcome'],
  changes: row.changes
})
