import { type Static, type TSchema, Type } from 'typebox'
import { WORK_LIMITS } from '../work/limits.ts'
import { WORK_STATES } from '../work/states.ts'
import {
  CARD_HOLDS,
  DECLARED_BY,
  PROXY_RELATIONS,
  REJECT_REASONS,
  SYMPTOMS,
  TRANSPORTS,
  WORK_FLAGS,
  WORK_LANGUAGES,
  WORK_NOTICES,
  WORK_PHOTOS,
  WORK_PURPOSES
} from '../work/words.ts'
import { Base64Url, Id, Instant, Line, Nullable, Serial, SiteNumber, Strict, Words } from './common.ts'
import { Day, DocumentInput } from './register.ts'

/** The header that carries a secret link: `number.secret`, both from the link's fragment. */
export const LINK_HEADER = 'x-link'
/** 128 bits that the applicant's own device made: a submission that is repeated with it is the same submission. */
export const LinkSecret = Base64Url(22, 22)

/** Text of several lines: no controls but line breaks. */
export const Paragraph = (maxLength: number) =>
  Type.String({ minLength: 1, maxLength, pattern: '^[^\\u0000-\\u0009\\u000b-\\u001f\\u007f\\u2028\\u2029]*$' })
export const Tenths = Type.Integer({
  minimum: WORK_LIMITS.temperatureFrom,
  maximum: WORK_LIMITS.temperatureTo,
  description: 'Tenths of a degree Celsius'
})
const Symptoms = Type.Array(Words(SYMPTOMS), { uniqueItems: true, maxItems: SYMPTOMS.length })

export const HealthInput = Strict({
  residentSince14Days: Type.Boolean(),
  symptoms: Symptoms,
  diagnosed: Type.Boolean(),
  closeContact: Type.Boolean(),
  hubeiContact: Type.Boolean(),
  leftProvince: Type.Boolean(),
  /** Needed where `leftProvince` is true and the person is back. */
  returnedOn: Nullable(Day),
  temperature: Tenths
})
export type HealthInput = Static<typeof HealthInput>

export const HolderInput = Strict({
  name: Line(WORK_LIMITS.name),
  document: DocumentInput,
  /** null: without a phone; then a proxy's or the employer's is called. */
  phone: Nullable(Line(WORK_LIMITS.phone)),
  site: SiteNumber,
  building: Line(20),
  unit: Nullable(Line(20)),
  room: Line(20)
})
export type HolderInput = Static<typeof HolderInput>

export const WorkplaceInput = Strict({
  name: Line(WORK_LIMITS.company),
  /** Unified social credit code, where the holder knows it. */
  creditCode: Nullable(Line(40)),
  contact: Nullable(Line(WORK_LIMITS.name)),
  phone: Nullable(Line(WORK_LIMITS.phone)),
  /** Where to, if it is not the workplace's own address. */
  destination: Nullable(Line(WORK_LIMITS.place)),
  transport: Words(TRANSPORTS)
})
export type WorkplaceInput = Static<typeof WorkplaceInput>

export const ProxyInput = Strict({
  name: Line(WORK_LIMITS.name),
  phone: Line(WORK_LIMITS.phone),
  relation: Words(PROXY_RELATIONS)
})

/** The whole declaration. `committed` is the truth commitment; it must be true. */
export const WorkDeclaration = Strict({
  purpose: Words(WORK_PURPOSES),
  language: Words(WORK_LANGUAGES),
  holder: HolderInput,
  workplace: WorkplaceInput,
  health: HealthInput,
  /** Who fills it in for the holder; null: the holder. */
  proxy: Nullable(ProxyInput),
  committed: Type.Boolean()
})
export type WorkDeclaration = Static<typeof WorkDeclaration>

/** `secret` is made by the device before the first try and kept with the draft. */
export const NewApplication = Strict({ ...WorkDeclaration.properties, secret: LinkSecret })
export type NewApplication = Static<typeof NewApplication>

export const ApplicationNumber = Type.String({
  pattern: '^[a-z0-9]{12}$',
  description: 'Application number; shows nothing without its secret'
})
export const Submitted = Strict({
  number: ApplicationNumber,
  state: Words(WORK_STATES),
  submittedAt: Instant,
  /** End of the promised working time. */
  dueAt: Instant,
  /** Photos that the policy asks for; they are sent after the submission. */
  photos: Type.Array(Words(WORK_PHOTOS))
})
export type Submitted = Static<typeof Submitted>

const SiteName = Strict({ number: SiteNumber, community: Id, name: Type.String(), nameEn: Type.String() })
const CommunityName = Strict({ id: Id, name: Type.String(), nameEn: Type.String() })

/** Everything that a form needs before anybody signed in. */
export const WorkForm = Strict({
  realm: Strict({ name: Type.String(), nameEn: Type.String() }),
  communities: Type.Array(CommunityName),
  sites: Type.Array(SiteName),
  validityDays: Type.Integer(),
  dailyReport: Type.Boolean(),
  temperatureLimit: Tenths,
  observationDays: Type.Integer(),
  photos: Type.Array(Words(WORK_PHOTOS)),
  promisedMinutes: Type.Integer({ description: 'Working minutes within which an answer is promised' }),
  /** End of the promised time of a submission at this moment. */
  dueIfNow: Instant,
  /** VAPID public key for `PushManager.subscribe`, base64url. */
  pushKey: Type.String(),
  serverTime: Instant
})
export type WorkForm = Static<typeof WorkForm>

/** A card as its holder sees it; `link` opens the pass page of the portal: installable, offline, printable. */
export const WorkCardView = Strict({
  serial: Serial,
  link: Type.String(),
  /** CP1 text of the QR code. */
  text: Type.String(),
  label: Type.String({ description: 'Masked name, as in the code' }),
  status: Words(['valid', 'held', 'revoked', 'superseded'] as const),
  hold: Nullable(Words(CARD_HOLDS)),
  start: Instant,
  end: Instant,
  /** From the policy under which the card was issued. */
  dailyReport: Type.Boolean(),
  reportedToday: Type.Boolean(),
  /** When the card goes on hold unless a report comes; null: no report is needed. */
  reportBy: Nullable(Instant)
})
export type WorkCardView = Static<typeof WorkCardView>

/** A step of an application's life, without who took it: the applicant sees the office, not the person. */
export const WorkStep = Strict({ at: Instant, event: Type.String(), state: Words(WORK_STATES) })

/** What the secret link opens. */
export const MyWork = Strict({
  number: ApplicationNumber,
  state: Words(WORK_STATES),
  purpose: Words(WORK_PURPOSES),
  declaredBy: Words(DECLARED_BY),
  /** The employer that invited; null: the applicant came alone. */
  employer: Nullable(Strict({ id: Id, name: Type.String() })),
  /** As declared, to be corrected when an answer is wanted; null: nothing is declared yet (an invitation). */
  declaration: Nullable(Type.Omit(WorkDeclaration, ['committed'])),
  /** What the employer knows of an invited worker. */
  invitation: Nullable(Strict({ name: Type.String(), documentMasked: Type.String(), site: Nullable(SiteNumber) })),
  submittedAt: Nullable(Instant),
  dueAt: Nullable(Instant),
  isLate: Type.Boolean(),
  /** The open question; null: none. */
  question: Nullable(Type.String()),
  answerBy: Nullable(Instant),
  reason: Nullable(Words(REJECT_REASONS)),
  /** What the office wrote to a rejection; null: nothing. */
  note: Nullable(Type.String()),
  photosAsked: Type.Array(Words(WORK_PHOTOS)),
  photosSent: Type.Array(Words(WORK_PHOTOS)),
  card: Nullable(WorkCardView),
  steps: Type.Array(WorkStep),
  unread: Type.Integer(),
  serverTime: Instant
})
export type MyWork = Static<typeof MyWork>

/** An answer to the question, with the declaration where something in it is corrected. At least one of them. */
export const WorkAnswer = Strict({
  text: Nullable(Paragraph(WORK_LIMITS.text)),
  declaration: Nullable(WorkDeclaration)
})
export type WorkAnswer = Static<typeof WorkAnswer>

/** An invited worker's own declaration; from now on only `secret` opens the application, not the employer's link. */
export const ConfirmInvitation = NewApplication
export type ConfirmInvitation = NewApplication

export const DailyReport = Strict({ temperature: Tenths, symptoms: Symptoms })
export type DailyReport = Static<typeof DailyReport>
export const ReportKept = Strict({
  card: WorkCardView,
  /** A fever starts the follow-up: the card is on hold and staff are told. */
  fever: Type.Boolean()
})
export type ReportKept = Static<typeof ReportKept>

/** As `PushSubscription.toJSON()` gives it; null: no more. */
export const PushSubscriptionInput = Strict({
  subscription: Nullable(
    Strict({
      endpoint: Type.String({ maxLength: 1_000, pattern: '^https://' }),
      expirationTime: Type.Optional(Nullable(Type.Number())),
      keys: Strict({ p256dh: Base64Url(80, 100), auth: Base64Url(16, 32) })
    })
  )
})
export type PushSubscriptionInput = Static<typeof PushSubscriptionInput>

export const WorkNotice = Strict({ id: Type.Integer(), at: Instant, kind: Words(WORK_NOTICES), isRead: Type.Boolean() })
export type WorkNotice = Static<typeof WorkNotice>
/** Newest first. */
export const WorkNotices = Strict({ items: Type.Array(WorkNotice) })
export const NoticesRead = Strict({ upTo: Type.Integer({ minimum: 0 }) })

export const PhotoParam = Strict({ kind: Words(WORK_PHOTOS) })
export const Flags = Type.Array(Words(WORK_FLAGS))
export const nothing: Readonly<Record<204, TSchema>> = { 204: Type.Null() }
