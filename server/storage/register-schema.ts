import type { ImportHot, ImportTables } from './import-schema.ts'

/** Tables of the register; those that grow with people are `RegisterHot`. */
export type RegisterTables = {
  grid: { id: string; community: string; name: string; worker: string | null }
  division: { community: string; code: string; name: string; valid_from: string; valid_to: string | null }
  household: {
    id: number
    site: number
    community: string
    building: string
    unit: string
    room: string
    address_key: string
    tenure: string
    grid: string | null
    body: string
    version: number
    people: number
    verified_at: number | null
    verified_by: string | null
    verified_how: string | null
    outcome: string | null
  }
  person: { id: number; document_index: string | null; birth_year: number | null; body: string; version: number }
  membership: { household: number; person: number; relation: string; position: number; since: number }
  vehicle: { id: number; household: number; plate: string; kind: string; note: string | null }
  household_revision: {
    household: number
    version: number
    at: number
    actor: string
    actor_name: string
    how: string
    outcome: string | null
    changes: string | null
  }
  search_token: { token: string; household: number; person: number }
  mass_issue: {
    id: string
    community: string
    filter: string
    state: string
    total: number
    next: number
    issued: number
    created_by: string
    created_by_name: string
    created_at: number
    approved_by: string | null
    approved_by_name: string | null
    updated_at: number
  }
  mass_choice: {
    mass_issue: string
    position: number
    household: number
    person: number | null
    vehicle: number | null
    replaces: number | null
    holder: number | null
  }
  mass_skip: { mass_issue: string; position: number; reason: string }
  pass_holder: { serial: number; household: number; person: number | null; vehicle: number | null; mass_issue: string }
} & ImportTables
export type RegisterHot =
  | 'household'
  | 'person'
  | 'membership'
  | 'vehicle'
  | 'household_revision'
  | 'search_token'
  | MassHot
  | ImportHot
type MassHot = 'mass_issue' | 'mass_choice' | 'mass_skip' | 'pass_holder'
