import { type Static, Type } from 'typebox'
import { MAX_HOURS } from '../pass/payload.ts'
import { WORK_LIMITS } from '../work/limits.ts'
import { WORK_STATES } from '../work/states.ts'
import { DECLARED_BY, REJECT_REASONS, WORK_FLAGS, WORK_PHOTOS, WORK_PURPOSES } from '../work/words.ts'
import { Id, Instant, Line, Nullable, Page, PageQuery, SiteNumber, Strict, Words } from './common.ts'
import { Day, RegisterId } from './register.ts'
import {
  ApplicationNumber,
  Flags,
  HealthInput,
  HolderInput,
  Paragraph,
  ProxyInput,
  Tenths,
  WorkCardView,
  WorkplaceInput
} from './work.ts'

/** A line of the queue. */
export const QueueItem = Strict({
  number: ApplicationNumber,
  state: Words(WORK_STATES),
  purpose: Words(WORK_PURPOSES),
  name: Type.String(),
  community: Id,
  site: SiteNumber,
  employer: Nullable(Strict({ id: Id, name: Type.String() })),
  declaredBy: Words(DECLARED_BY),
  flags: Flags,
  submittedAt: Instant,
  /** End of the promised working time. */
  dueAt: Instant,
  /** Working minutes that are left; negative: late. */
  minutesLeft: Type.Integer(),
  /** Who has it; null: nobody, or no longer. */
  claim: Nullable(Strict({ by: Type.String(), isMine: Type.Boolean(), until: Instant }))
})
export type QueueItem = Static<typeof QueueItem>
export const QueuePage = Page(QueueItem)

/** Oldest first. */
export const QueueQuery = Strict({
  ...PageQuery,
  /** Left out: what waits (`submitted` and `under-review`). */
  state: Type.Optional(Words(WORK_STATES)),
  community: Type.Optional(Id),
  employer: Type.Optional(Id),
  flag: Type.Optional(Words(WORK_FLAGS)),
  flagged: Type.Optional(Type.Boolean()),
  /** Only what the caller has claimed. */
  mine: Type.Optional(Type.Boolean())
})
export type QueueQuery = Static<typeof QueueQuery>

export const WorkSummary = Strict({
  waiting: Type.Integer(),
  underReview: Type.Integer(),
  moreInfo: Type.Integer(),
  late: Type.Integer(),
  flagged: Type.Integer(),
  /** Oldest that waits; null: none. */
  oldest: Nullable(Instant),
  cardsHeld: Type.Integer(),
  employersWaiting: Type.Integer()
})
export type WorkSummary = Static<typeof WorkSummary>

/** What the register knows, beside what was declared. */
export const RegisterFacts = Strict({
  /** Somebody under this document; null: nobody. */
  person: Nullable(
    Strict({
      name: Type.String(),
      households: Type.Array(Strict({ household: RegisterId, site: SiteNumber, address: Type.String() }))
    })
  ),
  /** The household at the declared address; null: none. */
  household: Nullable(Strict({ id: RegisterId, people: Type.Integer(), names: Type.Array(Type.String()) })),
  sameDocument: Type.Array(Strict({ number: ApplicationNumber, state: Words(WORK_STATES) })),
  samePhone: Type.Integer(),
  /** Serials of the holder's standing work cards. */
  cards: Type.Array(Type.Integer())
})
export type RegisterFacts = Static<typeof RegisterFacts>

export const ReviewStep = Strict({
  at: Instant,
  event: Type.String(),
  state: Words(WORK_STATES),
  by: Type.String(),
  reason: Nullable(Type.String()),
  note: Nullable(Type.String())
})

/** An application as who decides sees it; the look is in the audit. */
export const ApplicationDetail = Strict({
  ...QueueItem.properties,
  holder: Nullable(HolderInput),
  documentType: Nullable(Type.String()),
  address: Nullable(Type.String()),
  workplace: Nullable(WorkplaceInput),
  health: Nullable(HealthInput),
  proxy: Nullable(ProxyInput),
  committedAt: Nullable(Instant),
  photos: Type.Array(Words(WORK_PHOTOS)),
  facts: RegisterFacts,
  card: Nullable(WorkCardView),
  /** How long a card issued now would count. */
  validityDays: Type.Integer({ minimum: 1, maximum: Math.floor(MAX_HOURS / 24) }),
  history: Type.Array(ReviewStep)
})
export type ApplicationDetail = Static<typeof ApplicationDetail>

export const WORK_ACTIONS = ['claim', 'release', 'approve', 'reject', 'ask'] as const
/** `reason` with `reject`; `text` with `ask` (the question), optional with `reject`; `photos` with `ask`. */
export const WorkAction = Strict({
  action: Words(WORK_ACTIONS),
  reason: Type.Optional(Words(REJECT_REASONS)),
  text: Type.Optional(Paragraph(WORK_LIMITS.text)),
  photos: Type.Optional(Type.Array(Words(WORK_PHOTOS), { uniqueItems: true, maxItems: WORK_PHOTOS.length }))
})
export type WorkAction = Static<typeof WorkAction>

const Numbers = Type.Array(ApplicationNumber, { minItems: 1, maxItems: WORK_LIMITS.bulk, uniqueItems: true })
export const NewBulk = Strict({ numbers: Numbers })
/** `sample` has to be opened by who approves; `excluded`: flagged, claimed by others, or not waiting any more. */
export const BulkView = Strict({
  id: Id,
  numbers: Type.Array(ApplicationNumber),
  sample: Type.Array(Strict({ number: ApplicationNumber, isOpened: Type.Boolean() })),
  excluded: Type.Array(ApplicationNumber)
})
export type BulkView = Static<typeof BulkView>
export const BulkDone = Strict({
  issued: Type.Array(ApplicationNumber),
  /** Approved, and signed in a moment by the service. */
  approved: Type.Array(ApplicationNumber),
  left: Type.Array(ApplicationNumber)
})
export type BulkDone = Static<typeof BulkDone>

/** Cards of the community with their daily reports. */
export const CardItem = Strict({
  ...WorkCardView.properties,
  number: ApplicationNumber,
  name: Type.String(),
  community: Id,
  employer: Nullable(Id),
  lastReportOn: Nullable(Day),
  lastTemperature: Nullable(Tenths)
})
export type CardItem = Static<typeof CardItem>
export const CardPage = Page(CardItem)
export const CardQuery = Strict({ ...PageQuery, community: Type.Optional(Id), held: Type.Optional(Type.Boolean()) })
export type CardQuery = Static<typeof CardQuery>

const Minute = Type.Integer({ minimum: 0, maximum: 1_440, description: 'Minute of the local day' })
const Days = Type.Array(Day, { maxItems: 60, uniqueItems: true })
export const WorkRulesInput = Strict({
  validityDays: Type.Integer({ minimum: 1, maximum: 180 }),
  dailyReport: Type.Boolean(),
  signers: Type.Array(Words(['community', 'employer'] as const), { minItems: 1, maxItems: 2, uniqueItems: true }),
  cardSites: Words(['home', 'realm'] as const),
  temperatureLimit: Tenths,
  observationDays: Type.Integer({ minimum: 0, maximum: 60 }),
  phonesAtMost: Type.Integer({ minimum: 1, maximum: 50 }),
  photos: Type.Array(Words(WORK_PHOTOS), { uniqueItems: true, maxItems: WORK_PHOTOS.length }),
  promisedMinutes: Type.Integer({ minimum: 30, maximum: 10_000 }),
  bulkSample: Type.Integer({ minimum: 1, maximum: 50 }),
  hours: Strict({
    shifts: Type.Array(Strict({ fromMinute: Minute, toMinute: Minute }), { minItems: 1, maxItems: 4 }),
    daysOff: Days,
    extraWorkdays: Days
  })
})
export const NewWorkPolicy = Strict({
  ...WorkRulesInput.properties,
  /** Left out: now. Never in the past. */
  effectiveFrom: Type.Optional(Instant),
  note: Type.Union([Line(200), Type.Literal('')])
})
export type NewWorkPolicy = Static<typeof NewWorkPolicy>
export const WorkPolicyView = Strict({
  ...WorkRulesInput.properties,
  id: Type.Integer(),
  effectiveFrom: Instant,
  note: Type.String(),
  createdBy: Type.String(),
  isInForce: Type.Boolean()
})
export type WorkPolicyView = Static<typeof WorkPolicyView>
/** Newest begin first. */
export const WorkPolicies = Strict({ items: Type.Array(WorkPolicyView) })
