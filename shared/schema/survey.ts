import { type Static, Type } from 'typebox'
import { CONTACT_OUTCOMES, CONTACT_WAYS } from '../register/words.ts'
import { REPORT_STATES, ROUND_STATES, STANDINGS } from '../survey/words.ts'
import { Id, Instant, Line, Name, Nullable, Page, PageQuery, SiteNumber, Strict, Words } from './common.ts'
import { Day, RegisterId } from './register.ts'

export const Count = Type.Integer({ minimum: 0 })
export const Tally = Strict({ open: Count, reached: Count, self: Count, refused: Count, unreachable: Count })

/** Which doors a round goes to: all of a community, of a site, or of a building. */
export const RoundScope = Strict({
  community: Id,
  site: Type.Optional(SiteNumber),
  building: Type.Optional(Type.String({ minLength: 1, maxLength: 20 }))
})
export type RoundScope = Static<typeof RoundScope>

export const NewRound = Strict({
  name: Name,
  from: Day,
  to: Day,
  scope: RoundScope,
  /** Lists of about the same length, also where that splits a grid. */
  even: Type.Boolean()
})
export type NewRound = Static<typeof NewRound>

export const RoundView = Strict({
  id: Id,
  name: Type.String(),
  from: Type.String(),
  to: Type.String(),
  scope: RoundScope,
  state: Words(ROUND_STATES),
  createdAt: Instant,
  createdBy: Type.String(),
  closedAt: Nullable(Instant),
  closedBy: Nullable(Type.String()),
  tally: Tally,
  /** Reports of households that wait for somebody to look at them. */
  toReview: Count
})
export type RoundView = Static<typeof RoundView>
export const RoundList = Type.Array(RoundView)

export const WorkerView = Strict({ id: Id, name: Type.String(), role: Type.String(), community: Id })
export type WorkerView = Static<typeof WorkerView>

/** One person's list. `worker` null: nobody's yet. */
export const WorkerList = Strict({
  worker: Nullable(Id),
  name: Nullable(Type.String()),
  tally: Tally,
  attempts: Count,
  /** Agreed to be tried again by now. */
  due: Count
})
export type WorkerList = Static<typeof WorkerList>
export const RoundDetail = Strict({ ...RoundView.properties, lists: Type.Array(WorkerList) })
export type RoundDetail = Static<typeof RoundDetail>

export const SiteCoverage = Strict({ site: SiteNumber, tally: Tally })
/** One door of the map. `todo`: its own report waits for staff. */
export const DoorCell = Strict({
  household: RegisterId,
  site: SiteNumber,
  building: Type.String(),
  unit: Type.String(),
  room: Type.String(),
  standing: Words(STANDINGS),
  attempts: Count,
  todo: Type.Boolean()
})
export type DoorCell = Static<typeof DoorCell>
export const Coverage = Strict({
  state: Words(ROUND_STATES),
  /** When the figures were true: now, or when the round was closed. */
  at: Instant,
  tally: Tally,
  sites: Type.Array(SiteCoverage),
  doors: Type.Array(DoorCell)
})
export type Coverage = Static<typeof Coverage>
/** What is kept of a closed round's figures, whatever happens to the register later. */
export const FrozenFigures = Strict({ at: Instant, tally: Tally, sites: Type.Array(SiteCoverage) })
export type FrozenFigures = Static<typeof FrozenFigures>

export const ItemQuery = Strict({
  ...PageQuery,
  worker: Type.Optional(Type.String({ maxLength: 40, description: 'Account, or `none`' })),
  standing: Type.Optional(Words(STANDINGS)),
  building: Type.Optional(Type.String({ maxLength: 20 })),
  site: Type.Optional(SiteNumber),
  report: Type.Optional(Words(REPORT_STATES))
})
export type ItemQuery = Static<typeof ItemQuery>
export const ItemView = Strict({
  household: RegisterId,
  site: SiteNumber,
  building: Type.String(),
  unit: Type.String(),
  room: Type.String(),
  worker: Nullable(Id),
  standing: Words(STANDINGS),
  attempts: Count,
  last: Nullable(Strict({ at: Instant, way: Words(CONTACT_WAYS), outcome: Words(CONTACT_OUTCOMES) })),
  nextAt: Nullable(Instant),
  report: Nullable(Words(REPORT_STATES))
})
export type ItemView = Static<typeof ItemView>
export const ItemPage = Page(ItemView)

export const AttemptInput = Strict({
  /** Made by whoever notes it: the same id is the same attempt, however often it arrives. */
  id: Id,
  at: Instant,
  way: Words(CONTACT_WAYS),
  outcome: Words(CONTACT_OUTCOMES),
  nextAt: Nullable(Instant),
  note: Nullable(Line(200))
})
export type AttemptInput = Static<typeof AttemptInput>
export const AttemptView = Strict({ ...AttemptInput.properties, note: Nullable(Type.String()), by: Type.String() })
export type AttemptView = Static<typeof AttemptView>
export const ItemDetail = Strict({ ...ItemView.properties, history: Type.Array(AttemptView), link: Nullable(Type.String()) })
export type ItemDetail = Static<typeof ItemDetail>

/** Hands doors on: those named, or all of somebody's that are still open. */
export const Reassign = Strict({
  to: Nullable(Id),
  from: Type.Optional(Nullable(Id)),
  households: Type.Optional(Type.Array(RegisterId, { minItems: 1, maxItems: 1_000 }))
})
export type Reassign = Static<typeof Reassign>
export const Moved = Strict({ moved: Count })

/** For the notes that are left at doors. */
export const NoteQuery = Strict({
  worker: Type.Optional(Id),
  site: Type.Optional(SiteNumber),
  building: Type.Optional(Type.String({ maxLength: 20 })),
  household: Type.Optional(RegisterId)
})
export type NoteQuery = Static<typeof NoteQuery>
export const DoorNote = Strict({
  household: RegisterId,
  site: SiteNumber,
  address: Type.String(),
  link: Type.String()
})
export type DoorNote = Static<typeof DoorNote>
export const NoteList = Strict({ notes: Type.Array(DoorNote), isCut: Type.Boolean() })
export type NoteList = Static<typeof NoteList>
