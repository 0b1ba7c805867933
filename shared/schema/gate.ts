import { type Static, Type } from 'typebox'
import { ENTRY_METHODS, PURPOSES, VEHICLE_CLASSES } from '../log/entry.ts'
import { REASONS, type Reason, VERDICTS } from '../verify/reasons.ts'
import { Base64Url, Hash, Id, Instant, Nullable, Page, PageQuery, Serial, SiteNumber, Strict, Words } from './common.ts'
import { DIRECTIONS } from './directory.ts'
import { ISSUABLE_KINDS } from './passes.ts'

const ReasonWord = Type.Unsafe<Reason>({ type: 'string', enum: Object.keys(REASONS) })

const MonotonicMs = Type.Integer({ minimum: 0, maximum: 2 ** 45 })
const Boot = Type.String({ pattern: '^[a-z0-9-]{1,40}$' })

/** A log entry on the wire: the fields of `LogEntry` and its place in the chain. */
export const WireEntry = Strict({
  number: Type.Integer({ minimum: 1, maximum: 2 ** 31 - 1 }),
  site: SiteNumber,
  gate: Id,
  direction: Words(DIRECTIONS),
  deviceMs: Instant,
  monotonicMs: MonotonicMs,
  boot: Boot,
  offsetMs: Nullable(Type.Integer({ minimum: -(2 ** 45), maximum: 2 ** 45 })),
  method: Words(ENTRY_METHODS),
  keyId: Nullable(Type.String({ pattern: '^[0-9a-f]{8}$' })),
  serial: Nullable(Serial),
  kind: Nullable(Words(ISSUABLE_KINDS)),
  verdict: Words(VERDICTS),
  reasons: Type.Array(ReasonWord, { minItems: 1, maxItems: Object.keys(REASONS).length }),
  admitted: Type.Boolean(),
  overrideReason: Nullable(Type.String({ minLength: 1, maxLength: 200 })),
  temperature: Nullable(Type.Integer({ minimum: 200, maximum: 500 })),
  plate: Nullable(Type.String({ minLength: 1, maxLength: 20 })),
  follows: Nullable(Type.Integer({ minimum: 1, maximum: 2 ** 31 - 1 })),
  overrideBy: Nullable(Serial),
  operator: Nullable(Type.String({ pattern: '^(pass|slot)-[0-9a-z-]{1,40}$' })),
  vehicleClass: Nullable(Words(VEHICLE_CLASSES)),
  passengers: Nullable(Type.Integer({ minimum: 0, maximum: 99 })),
  driver: Nullable(Serial),
  purpose: Nullable(Words(PURPOSES)),
  /** Compact JWE for the service's sealing key. */
  sealed: Nullable(Type.String({ minLength: 20, maxLength: 4_000, pattern: '^[A-Za-z0-9_.-]*$' })),
  previousHash: Hash,
  hash: Hash
})
export type WireEntry = Static<typeof WireEntry>

export const MAX_BATCH = 500

/** Entries are looked at one by one: one that cannot be taken goes to quarantine and does not spoil the batch. */
export const UploadBody = Strict({
  entries: Type.Array(Type.Unknown(), { maxItems: MAX_BATCH }),
  /** Entries on the phone that the server has not acknowledged, these included. */
  unsent: Type.Integer({ minimum: 0, maximum: 2 ** 31 - 1 }),
  /** Device clock when sending, to learn its error. */
  deviceMs: Instant,
  /** The app's run that sends, and its clock that nobody can set: they tell when entries of the same run were made. */
  boot: Type.Optional(Boot),
  monotonicMs: Type.Optional(MonotonicMs)
})
export type UploadBody = { entries: unknown[]; unsent: number; deviceMs: number; boot?: string; monotonicMs?: number }

export const UploadAnswer = Strict({
  /** Every number up to this one is kept by the server, in the log or in quarantine. */
  contiguous: Type.Integer(),
  /** Inclusive ranges that are missing below the highest number held; at most 50. */
  missing: Type.Array(Type.Tuple([Type.Integer(), Type.Integer()])),
  /** Numbers of this batch that were put into quarantine. */
  quarantined: Type.Array(Type.Integer()),
  serverTime: Instant
})
export type UploadAnswer = Static<typeof UploadAnswer>

/** Entries of another device, brought by file or from phone to phone; the highest numbers first where there are more than fit. */
export const CarriedBody = Strict({
  device: Id,
  entries: Type.Array(Type.Unknown(), { minItems: 1, maxItems: MAX_BATCH }),
  /** The device's signature over the head of its chain; null: it had lost its key. */
  seal: Nullable(Strict({ number: Type.Integer({ minimum: 1, maximum: 2 ** 31 - 1 }), hash: Hash, signature: Base64Url(86, 86) }))
})
export type CarriedBody = {
  device: string
  entries: unknown[]
  seal: { number: number; hash: string; signature: string } | null
}

/** What the server holds of the device whose entries they are; `stored`: how many were new. */
export const CarriedAnswer = Strict({ ...UploadAnswer.properties, stored: Type.Integer() })
export type CarriedAnswer = Static<typeof CarriedAnswer>

/** What a gate must hold, to see by one small request whether it is up to date. */
export const GateManifest = Strict({
  trustVersion: Type.Integer(),
  lists: Type.Array(Strict({ list: Type.Integer(), version: Type.Integer() })),
  /** Version of the site's roster; absent while there is none. */
  roster: Type.Optional(Type.String()),
  serverTime: Instant
})
export type GateManifest = Static<typeof GateManifest>
/** The phone's clock when asking: the service learns its error. */
export const ManifestQuery = Strict({ deviceMs: Type.Optional(Instant) })

/** Admitted passages at the device's site: [serial, 0 in | 1 out | 2 out for work, school or a doctor, seconds since 2020-01-01T00:00Z]. */
export const RecentEntries = Strict({
  entries: Type.Array(Type.Tuple([Type.Integer(), Type.Integer(), Type.Integer()])),
  /** Household passes that were issued anew of late, [old serial, new serial], the earliest first: their passages are the new one's. */
  successors: Type.Optional(Type.Array(Type.Tuple([Type.Integer(), Type.Integer()]))),
  /** Give it as `after` next time. */
  cursor: Type.String()
})
export type RecentEntries = Static<typeof RecentEntries>
export const RecentQuery = Strict({ after: Type.Optional(Type.String({ maxLength: 40 })) })

export const EntryView = Strict({
  device: Id,
  deviceName: Type.String(),
  number: Type.Integer(),
  site: SiteNumber,
  gate: Id,
  direction: Words(DIRECTIONS),
  /** Device time. */
  deviceMs: Instant,
  /** Device time corrected by the offset the device knew. */
  at: Instant,
  receivedAt: Instant,
  serial: Nullable(Serial),
  kind: Nullable(Words(ISSUABLE_KINDS)),
  /** Masked; null when the code was not genuine or unknown here. */
  label: Nullable(Type.String()),
  verdict: Words(VERDICTS),
  reasons: Type.Array(ReasonWord),
  admitted: Type.Boolean(),
  overrideReason: Nullable(Type.String()),
  method: Words(ENTRY_METHODS),
  follows: Nullable(Type.Integer()),
  overrideBy: Nullable(Serial),
  operator: Nullable(Type.String()),
  temperature: Nullable(Type.Integer()),
  plate: Nullable(Type.String()),
  vehicleClass: Nullable(Words(VEHICLE_CLASSES)),
  passengers: Nullable(Type.Integer()),
  driver: Nullable(Serial),
  purpose: Nullable(Words(PURPOSES)),
  /** Somebody without a pass was written down; who that was, only an audited look-up tells. */
  isSealed: Type.Boolean(),
  /** The same pass passed another gate that this one could not know of: a moment before, or with the household's exits. */
  flag: Nullable(
    Strict({ reason: Words(['repeat', 'quota']), deviceName: Type.String(), number: Type.Integer(), gate: Id, at: Instant })
  )
})
export type EntryView = Static<typeof EntryView>
export const EntryPage = Page(EntryView)
export const EntryQuery = Strict({
  ...PageQuery,
  site: Type.Optional(SiteNumber),
  device: Type.Optional(Id),
  flagged: Type.Optional(Type.Boolean())
})
export type EntryQuery = Static<typeof EntryQuery>
