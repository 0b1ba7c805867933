import { type Static, Type } from 'typebox'
import { Base64Url, Id, Instant, Line, Nullable, SiteNumber, Strict, Words } from './common.ts'

export const MAX_SLOTS = 300
const Places = Type.Integer({ minimum: 1, maximum: 20 })
/** Slots of up to a day. Times in ms. */
const NewSlot = Strict({ start: Instant, end: Instant, places: Places })

/** Slots at one gate; those that are there already stay as they are. */
export const NewSlots = Strict({ gate: Id, slots: Type.Array(NewSlot, { minItems: 1, maxItems: MAX_SLOTS }) })
export type NewSlots = Static<typeof NewSlots>
/** The slots of a site that begin in a stretch of time once more, later by `byMs`. Nobody's place is copied. */
export const CopySlots = Strict({
  site: SiteNumber,
  from: Instant,
  to: Instant,
  byMs: Type.Integer({ minimum: 1, maximum: 2 ** 40 })
})
export type CopySlots = Static<typeof CopySlots>
export const SlotsMade = Strict({ made: Type.Integer(), existing: Type.Integer() })
export type SlotsMade = Static<typeof SlotsMade>

export const PlaceView = Strict({
  id: Id,
  volunteer: Id,
  /** Clear, for staff of the site. */
  name: Type.String(),
  phone: Type.String(),
  /** Who took the place: the volunteer, or staff for them. */
  takenBy: Words(['volunteer', 'staff'] as const),
  /** As the gate's phones told; null: not seen. */
  signedInAt: Nullable(Instant),
  signedOutAt: Nullable(Instant)
})
export type PlaceView = Static<typeof PlaceView>
export const SlotView = Strict({
  id: Id,
  site: SiteNumber,
  gate: Id,
  start: Instant,
  end: Instant,
  places: Type.Integer(),
  taken: Type.Array(PlaceView),
  /** Passages to expect, from the same weekday and hours of past weeks; null: the log does not reach back a week. */
  expected: Nullable(Type.Integer())
})
export type SlotView = Static<typeof SlotView>
export const SlotQuery = Strict({ site: SiteNumber, from: Instant, to: Instant })
export type SlotQuery = Static<typeof SlotQuery>
export const SlotList = Strict({ slots: Type.Array(SlotView) })

export const Assign = Type.Union([Strict({ volunteer: Id }), Strict({ name: Line(60), phone: Line(40) })])
export type Assign = Static<typeof Assign>

export const VolunteerView = Strict({
  id: Id,
  name: Type.String(),
  phone: Type.String(),
  /** The volunteer's own page; the secret is in its fragment. */
  link: Type.String()
})
export type VolunteerView = Static<typeof VolunteerView>
export const VolunteerList = Strict({ volunteers: Type.Array(VolunteerView) })
/** Where volunteers of a site put their names down. */
export const ShiftLink = Strict({ link: Type.String() })
export const SiteQuery = Strict({ site: SiteNumber })

const Secret = Base64Url(22, 22)
/** By the site's link: everybody who was given it. */
export const SiteProof = Strict({ site: SiteNumber, secret: Secret })
/** By the volunteer's own link. */
export const VolunteerProof = Strict({ volunteer: Id, secret: Secret })
export const ShiftProof = Type.Union([SiteProof, VolunteerProof])
export type ShiftProof = Static<typeof ShiftProof>
export const JoinBody = Strict({ ...SiteProof.properties, name: Line(60), phone: Line(40) })
export type JoinBody = Static<typeof JoinBody>
export const Joined = Strict({ volunteer: Id, secret: Type.String() })
export type Joined = Static<typeof Joined>
export const PlaceBody = Strict({ ...VolunteerProof.properties, slot: Id })
export type PlaceBody = Static<typeof PlaceBody>

/** What a volunteer sees: no other volunteer's name. */
export const OpenSlot = Strict({
  id: Id,
  gateName: Type.String(),
  gateNameEn: Type.String(),
  start: Instant,
  end: Instant,
  places: Type.Integer(),
  taken: Type.Integer(),
  /** The PIN to sign in with at the gate; null: not this volunteer's slot. */
  pin: Nullable(Type.String())
})
export type OpenSlot = Static<typeof OpenSlot>
export const ShiftPage = Strict({
  site: Strict({ number: SiteNumber, name: Type.String(), nameEn: Type.String() }),
  /** Masked; null: by the site's link nobody is known. */
  me: Nullable(Strict({ name: Type.String(), phone: Type.String() })),
  slots: Type.Array(OpenSlot),
  serverTime: Instant
})
export type ShiftPage = Static<typeof ShiftPage>

/** For the gates: who may sign in by PIN, offline. PBKDF2-SHA-256. */
export const GateSlots = Strict({
  iterations: Type.Integer(),
  slots: Type.Array(
    Strict({
      gate: Id,
      start: Instant,
      end: Instant,
      places: Type.Array(Strict({ id: Id, name: Type.String(), salt: Type.String(), hash: Type.String() }))
    })
  )
})
export type GateSlots = Static<typeof GateSlots>
