import { type Static, Type } from 'typebox'
import { MAX_HOURS } from '../pass/payload.ts'
import { Base64Url, Id, Instant, Line, Nullable, Page, PageQuery, Seconds, Serial, Strict, Words } from './common.ts'
import { NamedRef } from './session.ts'

export const ISSUABLE_KINDS = ['person', 'work', 'vehicle', 'visitor', 'household', 'duty', 'drill'] as const
export const STATUSES = ['valid', 'held', 'revoked', 'superseded'] as const
/** Codes of why a pass was held or revoked; the words are in ui/. `health` is never shown at a gate. */
export const STATUS_REASONS = [
  'health',
  'quarantine',
  'lost',
  'data-dispute',
  'moved-away',
  'misuse',
  'error',
  'report-missing',
  'left-work',
  'other'
] as const

export const Hours = Type.Integer({ minimum: 1, maximum: MAX_HOURS })

export const NewPass = Strict({
  kind: Words(ISSUABLE_KINDS),
  /** 0: every site of the realm (administrators only). */
  site: Type.Integer({ minimum: 0, maximum: 65_535 }),
  /** Clear name of the holder; every kind but vehicle. It is masked in the code. */
  name: Type.Optional(Line(60)),
  /** Identity document; optional. Only its last four characters enter the code. */
  document: Type.Optional(Line(40)),
  /** Vehicle only. */
  plate: Type.Optional(Line(20)),
  /** Begin of validity; now when left out. */
  start: Type.Optional(Seconds),
  hours: Hours,
  /** Duty only: the holder may override verdicts by showing the pass at a gate. */
  supervisor: Type.Optional(Type.Boolean())
})
export type NewPass = Static<typeof NewPass>

export const PassSummary = Strict({
  serial: Serial,
  kind: Words(ISSUABLE_KINDS),
  label: Type.String({ description: 'Masked name or plate, as in the code' }),
  /** Clear name, for staff of the pass's community. */
  name: Nullable(Type.String()),
  documentTail: Nullable(Type.String()),
  site: Type.Integer({ minimum: 0, maximum: 65_535 }),
  community: Nullable(Id),
  start: Seconds,
  end: Seconds,
  status: Words(STATUSES),
  issuedAt: Instant
})
export type PassSummary = Static<typeof PassSummary>

export const PassEvent = Strict({
  at: Instant,
  action: Words(['issue', 'hold', 'lift', 'revoke', 'supersede', 'reissue'] as const),
  reason: Nullable(Words(STATUS_REASONS)),
  note: Nullable(Type.String()),
  by: Type.String({ description: 'Display name of the account' })
})

export const PassDetail = Strict({
  ...PassSummary.properties,
  text: Type.String({ description: 'The CP1 text that the QR carries' }),
  keyId: Type.String(),
  /** Address for the resident; the secret is in its fragment. */
  link: Type.String(),
  /** A duty pass that may override verdicts. */
  supervisor: Type.Boolean(),
  replaces: Nullable(Serial),
  replacedBy: Nullable(Serial),
  history: Type.Array(PassEvent)
})
export type PassDetail = Static<typeof PassDetail>

export const PassQuery = Strict({
  ...PageQuery,
  /** Begin of a clear name, a plate, the last four characters of a document, or a serial. */
  query: Type.Optional(Type.String({ maxLength: 60 })),
  kind: Type.Optional(Words(ISSUABLE_KINDS)),
  status: Type.Optional(Words(STATUSES)),
  site: Type.Optional(Type.Integer({ minimum: 0, maximum: 65_535 }))
})
export type PassQuery = Static<typeof PassQuery>
export const PassPage = Page(PassSummary)

export const StatusChange = Strict({
  action: Words(['hold', 'lift', 'revoke'] as const),
  reason: Type.Optional(Words(STATUS_REASONS)),
  note: Type.Optional(Line(200))
})
export type StatusChange = Static<typeof StatusChange>

export const Reissue = Strict({
  start: Type.Optional(Seconds),
  hours: Type.Optional(Hours),
  reason: Type.Optional(Words(STATUS_REASONS))
})
export type Reissue = Static<typeof Reissue>

/** What the resident's link proves: the secret of the link's fragment. */
export const MyPassBody = Strict({ serial: Serial, secret: Base64Url(22, 22) })
export const MyPass = Strict({
  serial: Serial,
  text: Type.String(),
  kind: Words(ISSUABLE_KINDS),
  label: Type.String(),
  documentTail: Nullable(Type.String()),
  realm: NamedRef,
  site: Nullable(Strict({ number: Type.Integer(), name: Type.String(), nameEn: Type.String() })),
  start: Seconds,
  end: Seconds,
  status: Words(STATUSES),
  /** Server time of this answer. */
  asOf: Instant
})
export type MyPass = Static<typeof MyPass>
