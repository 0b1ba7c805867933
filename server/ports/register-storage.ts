import type { ChangeWay, ContactOutcome, Relation, Tenure } from '../../shared/register/words.ts'

export type GridRow = { id: string; community: string; name: string; worker: string | null }

/** A code names a community for a time: codes are renumbered, the community stays itself. Days are YYYY-MM-DD. */
export type DivisionRow = { community: string; code: string; name: string; from: string; to: string | null }

export type HouseholdFields = {
  site: number
  community: string
  building: string
  unit: string
  room: string
  /** Sorts as people count, and is unique within the site. */
  addressKey: string
  tenure: Tenure
  grid: string | null
  /** Encrypted: landlord and note. */
  body: string
}
export type HouseholdRow = HouseholdFields & {
  id: number
  version: number
  people: number
  verifiedAt: number | null
  verifiedBy: string | null
  verifiedHow: ChangeWay | null
  outcome: ContactOutcome | null
}

export type PersonFields = {
  /** Keyed hash of type, country and number: one person a document. null: without one. */
  documentIndex: string | null
  birthYear: number | null
  /** Encrypted: everything else. */
  body: string
}
export type PersonRow = PersonFields & { id: number; version: number }
export type MemberRow = PersonRow & { relation: Relation; position: number; since: number; elsewhere: number }
export type VehicleRow = { id: number; household: number; plate: string; kind: string; note: string | null }

/** Search tokens of somebody or something, keyed hashes that hold only within `community`. */
export type TokensOf = (community: string) => string[]

/** `before`: the tokens of what is stored now; null: the tokens stay as they are. */
export type MemberWrite = { readonly relation: Relation; readonly tokens: TokensOf } & (
  | { readonly kind: 'new'; readonly fields: PersonFields }
  | {
      readonly kind: 'known'
      readonly id: number
      readonly since: number | null
      readonly change: { readonly fields: PersonFields; readonly version: number; readonly tokensBefore: TokensOf } | null
    }
)
export type VehicleWrite = { readonly plate: string; readonly kind: string; readonly note: string | null }

export type RevisionFields = {
  at: number
  actor: string
  actorName: string
  how: ChangeWay
  outcome: ContactOutcome | null
  /** Encrypted list of changed fields; null: nothing changed. */
  changes: string | null
}
export type RevisionRow = RevisionFields & { household: number; version: number }

/** The whole sheet as it is to be. */
export type HouseholdWrite = {
  readonly fields: HouseholdFields
  readonly members: readonly MemberWrite[]
  readonly vehicles: readonly VehicleWrite[]
  /** Found by these: room and plates. */
  readonly tokens: readonly string[]
  readonly revision: RevisionFields
}
export type HouseholdChange = HouseholdWrite & {
  readonly id: number
  readonly version: number
  readonly tokensBefore: readonly { readonly person: number | null; readonly tokens: readonly string[] }[]
  /** Id of changes that a phone delivers: stored with them, so that the same delivery changes nothing twice. */
  readonly delivery?: string
}

/** `version`: somebody was faster. `known`: this delivery was stored before. `taken`: an address, document or plate belongs to another record. */
export type HouseholdSaved =
  | { readonly kind: 'saved'; readonly id: number }
  | { readonly kind: 'version' | 'taken' | 'missing' | 'known' }

export type HouseholdFilter = {
  /** null: no restriction. */
  community: string | null
  site?: number
  building?: string
  grid?: string
  tenure?: Tenure
  outcome?: ContactOutcome | 'never'
  /** Somebody in it is found by one of these. */
  tokens?: readonly string[]
  /** Last row of the page before. */
  after?: { site: number; addressKey: string }
  limit: number
}
export type MemberOf = {
  household: number
  person: number
  relation: Relation
  documentIndex: string | null
  body: string
}
export type TokenHit = { household: number; person: number | null }

/** Households, the people and vehicles in them, and how they are found. Every change is a revision, in the same transaction. */
export interface RegisterStorage {
  grids(): Promise<GridRow[]>
  /** false when the community has a grid of that name. */
  putGrid(grid: GridRow): Promise<boolean>
  divisions(): Promise<DivisionRow[]>
  /** false when the code is held at that begin already. */
  addDivision(division: DivisionRow): Promise<boolean>

  /** All of them or none, at version 1: their ids in order; null when an address, document or plate is taken. */
  addHouseholds(writes: readonly HouseholdWrite[]): Promise<number[] | null>
  /** Compare and set by version; households that share a changed person get a version of their own. */
  saveHousehold(change: HouseholdChange): Promise<HouseholdSaved>
  /** A revision without a change of the sheet. */
  noteContact(household: number, revision: RevisionFields): Promise<boolean>
  household(id: number): Promise<HouseholdRow | null>
  householdsById(ids: readonly number[]): Promise<HouseholdRow[]>
  /** By site and address key; null where nobody is registered. */
  householdAt(site: number, addressKey: string): Promise<HouseholdRow | null>
  /** In the order of their addresses. */
  households(filter: HouseholdFilter): Promise<HouseholdRow[]>
  members(household: number): Promise<MemberRow[]>
  /** Of many households at once, in the order of their sheets. */
  membersOf(households: readonly number[]): Promise<MemberOf[]>
  vehicles(household: number): Promise<VehicleRow[]>
  vehicleByPlate(plate: string): Promise<VehicleRow | null>
  personByDocument(documentIndex: string): Promise<PersonRow | null>
  /** Communities in which a person is registered. */
  communitiesOf(person: number): Promise<string[]>
  /** Newest first. */
  revisions(household: number, limit: number): Promise<RevisionRow[]>
  /** Members and households that have one of these tokens. */
  findTokens(tokens: readonly string[], limit: number): Promise<TokenHit[]>
}
