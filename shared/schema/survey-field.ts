import { type Static, Type } from 'typebox'
import { ARRIVALS, CONTACT_OUTCOMES, CONTACT_WAYS, NEEDS, REGISTER_SEXES, RELATIONS, TENURES } from '../register/words.ts'
import { STANDINGS } from '../survey/words.ts'
import { Id, Instant, Nullable, SiteNumber, Strict, Words } from './common.ts'
import { Country, DOCUMENT_TYPES, MAX_MEMBERS, RegisterId } from './register.ts'
import { AttemptInput } from './survey.ts'

/** What a grid worker sees of a person: name and phone in full, of a document two characters at each end (DOMAIN.md §3.1). */
export const FieldMember = Strict({
  person: RegisterId,
  name: Type.String(),
  relation: Words(RELATIONS),
  sex: Words(REGISTER_SEXES),
  phone: Nullable(Type.String()),
  nationality: Nullable(Country),
  needs: Type.Array(Words(NEEDS)),
  arrival: Nullable(Strict({ from: Words(ARRIVALS), on: Type.String() })),
  note: Nullable(Type.String()),
  document: Nullable(
    Strict({
      type: Words(DOCUMENT_TYPES),
      country: Type.String(),
      shown: Type.String(),
      /** Keyed hash: two numbers that look alike when masked are told apart by it. */
      mark: Type.String()
    })
  )
})
export const FieldSheet = Strict({
  id: RegisterId,
  version: Type.Integer(),
  site: SiteNumber,
  building: Type.String(),
  unit: Type.String(),
  room: Type.String(),
  tenure: Words(TENURES),
  landlord: Nullable(Strict({ name: Type.String(), phone: Nullable(Type.String()) })),
  note: Nullable(Type.String()),
  members: Type.Array(FieldMember),
  vehicles: Type.Array(Strict({ plate: Type.String(), note: Nullable(Type.String()) }))
})
export type FieldSheet = Static<typeof FieldSheet>

/** A household on the list, with how far its newest open round has come with it; null: in no round. */
export const FieldDoor = Strict({
  sheet: FieldSheet,
  round: Nullable(Id),
  standing: Words(STANDINGS),
  attempts: Type.Integer(),
  last: Nullable(Strict({ at: Instant, way: Words(CONTACT_WAYS), outcome: Words(CONTACT_OUTCOMES) })),
  nextAt: Nullable(Instant),
  /** The household has reported itself, and staff look at it. */
  reported: Type.Boolean()
})
export type FieldDoor = Static<typeof FieldDoor>
export const FieldPage = Strict({
  rounds: Type.Array(Strict({ id: Id, name: Type.String(), to: Type.String() })),
  doors: Type.Array(FieldDoor),
  next: Nullable(RegisterId),
  serverTime: Instant
})
export type FieldPage = Static<typeof FieldPage>
export const FieldQuery = Strict({ after: Type.Optional(RegisterId) })

const Value = Nullable(Type.String({ maxLength: 200, pattern: '^[^\\u0000-\\u001f\\u007f\\u2028\\u2029]*$' }))
export const EditInput = Strict({
  path: Type.String({ maxLength: 80, pattern: '^/[^\\u0000-\\u001f]+$', description: 'JSON Pointer into the sheet' }),
  before: Value,
  after: Value
})
/** Changes of one sheet, made as one: all of them are stored, or none. */
export const SheetEdits = Strict({
  id: Id,
  household: RegisterId,
  /** Version that was read, for the record; what decides is each field's `before`. */
  version: Type.Integer({ minimum: 1 }),
  /** People and cars that were on the sheet when it was read. */
  known: Type.Array(Type.String({ maxLength: 60 }), { maxItems: 100 }),
  edits: Type.Array(EditInput, { minItems: 1, maxItems: 10 * MAX_MEMBERS }),
  how: Words(CONTACT_WAYS),
  at: Instant
})
export type SheetEdits = Static<typeof SheetEdits>

export const Delivery = Strict({
  attempts: Type.Array(Strict({ household: RegisterId, round: Nullable(Id), ...AttemptInput.properties }), { maxItems: 100 }),
  changes: Type.Array(SheetEdits, { maxItems: 20 })
})
export type Delivery = Static<typeof Delivery>

/**
 * `kept`: stored now or before. `conflict`: others changed the same fields; `sheet` is how it is now. `refused`: will never be
 * stored as it is: `code` and `path` say why. `not-yours`: somebody else's household by now; attempts are kept all the same.
 */
export const DELIVERY_RESULTS = ['kept', 'conflict', 'refused', 'not-yours'] as const
export const DeliveryResult = Strict({
  id: Id,
  result: Words(DELIVERY_RESULTS),
  code: Nullable(Type.String()),
  path: Nullable(Type.String()),
  sheet: Nullable(FieldSheet),
  conflicts: Type.Array(Strict({ path: Type.String(), before: Value, after: Value, theirs: Nullable(Type.String()) }))
})
export type DeliveryResult = Static<typeof DeliveryResult>
export const Delivered = Strict({ results: Type.Array(DeliveryResult), serverTime: Instant })
export type Delivered = Static<typeof Delivered>
