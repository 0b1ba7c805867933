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
}
export type RegisterHot = 'household' | 'person' | 'membership' | 'vehicle' | 'household_revision' | 'search_token'
