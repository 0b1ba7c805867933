import { type Static, Type } from 'typebox'
import type { DocumentType } from '../identity/document.ts'
import {
  ARRIVALS,
  CHANGE_WAYS,
  CONTACT_OUTCOMES,
  CONTACT_WAYS,
  NEEDS,
  REGISTER_SEXES,
  RELATIONS,
  TENURES
} from '../register/words.ts'
import { Id, Instant, Line, Name, Nullable, Page, PageQuery, SiteNumber, Strict, Words } from './common.ts'

export const DOCUMENT_TYPES = [
  'citizen-id',
  'residence-permit',
  'permanent-residence',
  'permanent-residence-2004',
  'hk-macao-permit',
  'taiwan-permit',
  'passport'
] as const satisfies readonly DocumentType[]

/** Surrogate key of the register: an address, a name and a document may change, this never does. */
export const RegisterId = Type.Integer({ minimum: 1, maximum: 9_007_199_254_740_991 })
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'Calendar day, YYYY-MM-DD' })
export const Country = Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 3166-1 alpha-3' })

export const MAX_MEMBERS = 40
export const MAX_VEHICLES = 10

/** Where the type is left out, the number's shape tells it; a passport needs type and country. */
export const DocumentInput = Strict({
  type: Type.Optional(Words(DOCUMENT_TYPES)),
  country: Type.Optional(Country),
  number: Line(40)
})
export type DocumentInput = Static<typeof DocumentInput>

const PERSON = {
  name: Line(60),
  sex: Words(REGISTER_SEXES),
  phone: Nullable(Line(30)),
  nationality: Nullable(Country),
  needs: Type.Array(Words(NEEDS), { maxItems: NEEDS.length, uniqueItems: true }),
  arrival: Nullable(Strict({ from: Words(ARRIVALS), on: Day })),
  note: Nullable(Line(200)),
  relation: Words(RELATIONS)
}
export const MemberInput = Strict({
  /** Of a member who is in the sheet already. */
  person: Type.Optional(RegisterId),
  ...PERSON,
  document: Nullable(DocumentInput)
})
export type MemberInput = Static<typeof MemberInput>

export const VehicleInput = Strict({ plate: Line(20), note: Nullable(Line(100)) })
export type VehicleInput = Static<typeof VehicleInput>

const ADDRESS = {
  site: SiteNumber,
  building: Line(20),
  /** Empty where the building has none. */
  unit: Type.String({ maxLength: 20, pattern: '^[^\\u0000-\\u001f\\u007f]*$' }),
  room: Line(20)
}
const Landlord = Nullable(Strict({ name: Line(60), phone: Nullable(Line(30)) }))

export const SheetInput = Strict({
  ...ADDRESS,
  tenure: Words(TENURES),
  landlord: Landlord,
  grid: Nullable(Id),
  note: Nullable(Line(200)),
  members: Type.Array(MemberInput, { maxItems: MAX_MEMBERS }),
  vehicles: Type.Array(VehicleInput, { maxItems: MAX_VEHICLES }),
  how: Words(CONTACT_WAYS),
  outcome: Words(CONTACT_OUTCOMES)
})
export type SheetInput = Static<typeof SheetInput>
/** `version`: the one that was read; a newer one in the meantime is a conflict, never overwritten. */
export const SheetChange = Strict({ ...SheetInput.properties, version: Type.Integer({ minimum: 1 }) })
export type SheetChange = Static<typeof SheetChange>

/** Somebody was asked and nothing changed, or nobody answered. */
export const ContactInput = Strict({ how: Words(CONTACT_WAYS), outcome: Words(CONTACT_OUTCOMES), note: Nullable(Line(200)) })
export type ContactInput = Static<typeof ContactInput>

const Verified = Nullable(
  Strict({ at: Instant, by: Type.String(), how: Words(CHANGE_WAYS), outcome: Nullable(Words(CONTACT_OUTCOMES)) })
)
const HOUSEHOLD = {
  id: RegisterId,
  community: Id,
  site: SiteNumber,
  building: Type.String(),
  unit: Type.String(),
  room: Type.String(),
  tenure: Words(TENURES),
  grid: Nullable(Id),
  version: Type.Integer(),
  verified: Verified
}
export const HouseholdSummary = Strict({ ...HOUSEHOLD, people: Type.Integer(), names: Type.Array(Type.String()) })
export type HouseholdSummary = Static<typeof HouseholdSummary>
export const HouseholdPage = Page(HouseholdSummary)

export const DocumentView = Strict({ type: Words(DOCUMENT_TYPES), country: Type.String(), number: Type.String() })
export const MemberView = Strict({
  person: RegisterId,
  ...PERSON,
  name: Type.String(),
  phone: Nullable(Type.String()),
  note: Nullable(Type.String()),
  document: Nullable(DocumentView),
  birthYear: Nullable(Type.Integer()),
  /** Other households that this person belongs to. */
  elsewhere: Type.Integer()
})
export type MemberView = Static<typeof MemberView>
export const VehicleView = Strict({ plate: Type.String(), kind: Type.String(), note: Nullable(Type.String()) })

export const HouseholdSheet = Strict({
  ...HOUSEHOLD,
  landlord: Nullable(Strict({ name: Type.String(), phone: Nullable(Type.String()) })),
  note: Nullable(Type.String()),
  members: Type.Array(MemberView),
  vehicles: Type.Array(VehicleView)
})
export type HouseholdSheet = Static<typeof HouseholdSheet>

export const HouseholdQuery = Strict({
  ...PageQuery,
  site: Type.Optional(SiteNumber),
  building: Type.Optional(Type.String({ maxLength: 20 })),
  grid: Type.Optional(Id),
  tenure: Type.Optional(Words(TENURES)),
  outcome: Type.Optional(Words([...CONTACT_OUTCOMES, 'never'] as const)),
  /** Somebody who lives there has it. */
  need: Type.Optional(Words(NEEDS))
})
export type HouseholdQuery = Static<typeof HouseholdQuery>

/** One field that a revision changed; `null`: it was not there. */
export const FieldChange = Strict({
  path: Type.String({ description: 'JSON Pointer into the sheet' }),
  before: Nullable(Type.String()),
  after: Nullable(Type.String())
})
export type FieldChange = Static<typeof FieldChange>
export const Revision = Strict({
  version: Type.Integer(),
  at: Instant,
  by: Type.String(),
  how: Words(CHANGE_WAYS),
  outcome: Nullable(Words(CONTACT_OUTCOMES)),
  changes: Type.Array(FieldChange)
})
export type Revision = Static<typeof Revision>
export const RevisionList = Strict({ items: Type.Array(Revision) })

/** Found things go into the body of a request: addresses of pages are logged, and people's numbers must not be. */
export const SearchQuery = Strict({ text: Type.String({ minLength: 1, maxLength: 60 }) })
export const SearchHit = Strict({
  household: RegisterId,
  person: Nullable(RegisterId),
  name: Nullable(Type.String()),
  community: Id,
  site: SiteNumber,
  address: Type.String(),
  /** What was found by. */
  by: Words(['name', 'phone', 'plate', 'room', 'document', 'serial'] as const)
})
export type SearchHit = Static<typeof SearchHit>
export const SearchAnswer = Strict({ items: Type.Array(SearchHit), more: Type.Boolean() })
export type SearchAnswer = Static<typeof SearchAnswer>

export const GridView = Strict({
  id: Id,
  community: Id,
  name: Type.String(),
  /** Account of the grid worker. */
  worker: Nullable(Id)
})
export type GridView = Static<typeof GridView>
export const NewGrid = Strict({ community: Id, name: Name, worker: Nullable(Id) })
export type NewGrid = Static<typeof NewGrid>
export const GridChange = Strict({ name: Type.Optional(Name), worker: Type.Optional(Nullable(Id)) })
export type GridChange = Static<typeof GridChange>

/** A statistical division code and the time in which it names the community; codes move, the community stays. */
export const DivisionInput = Strict({
  community: Id,
  code: Type.String({ pattern: '^\\d{12}$' }),
  name: Name,
  from: Day,
  to: Nullable(Day)
})
export type DivisionInput = Static<typeof DivisionInput>
