import type { Selectable } from 'kysely'
import type { PlaceRow, SlotRow, VolunteerRow } from '../ports/shift-storage.ts'
import { type Database, REALM } from './schema.ts'

export const fromSlot = ({ id, site, gate, starts_at, ends_at, places }: Selectable<Database['slot']>): SlotRow => ({
  id,
  site,
  gate,
  start: starts_at,
  end: ends_at,
  places
})

export const fromVolunteer = (row: Selectable<Database['volunteer']>): VolunteerRow => ({
  id: row.id,
  site: row.site,
  nameSealed: row.name_sealed,
  phoneSealed: row.phone_sealed,
  phoneIndex: row.phone_index,
  linkVersion: row.link_version,
  createdAt: row.created_at
})

export const toPlace = ({ id, slot, volunteer, takenAt, takenBy, salt, hash }: PlaceRow): Selectable<Database['slot_place']> => ({
  realm: REALM,
  id,
  slot,
  volunteer,
  taken_at: takenAt,
  taken_by: takenBy,
  salt,
  hash
})

export const fromPlace = (row: Selectable<Database['slot_place']>): PlaceRow => ({
  id: row.id,
  slot: row.slot,
  volunteer: row.volunteer,
  takenAt: row.taken_at,
  takenBy: row.taken_by as PlaceRow['takenBy'],
  salt: row.salt,
  hash: row.hash
})
