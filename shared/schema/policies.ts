import { type Static, Type } from 'typebox'
import { OVERRIDE_NEEDS, type OverrideRules } from '../gate/override-rules.ts'
import { REASONS } from '../verify/reasons.ts'
import { Id, Instant, Line, Nullable, Page, PageQuery, Seconds, SiteNumber, Strict, Words } from './common.ts'
import { DIRECTIONS } from './directory.ts'

/** A drill never opens a gate, so no policy can take it. */
export const POLICY_KINDS = ['person', 'work', 'vehicle', 'visitor', 'household', 'duty'] as const

const Kinds = Type.Array(Words(POLICY_KINDS), { uniqueItems: true, maxItems: POLICY_KINDS.length })
const Directions = Type.Array(Words(DIRECTIONS), { uniqueItems: true, maxItems: DIRECTIONS.length })
const Minute = Type.Integer({ minimum: 0, maximum: 1440, description: 'Minute of the local day' })
const Window = { fromMinute: Minute, toMinute: Minute }
const Tenths = Type.Integer({ minimum: 200, maximum: 500, description: 'Tenths of a degree Celsius' })
const Need = { type: 'string', enum: [...OVERRIDE_NEEDS] }
const WEEK_SECONDS = 7 * 24 * 3600
/** Passages are kept on phones for so long. */
export const MAX_QUOTA_DAYS = 7

const rules = {
  acceptedKinds: Kinds,
  acceptedSites: Type.Array(SiteNumber, { uniqueItems: true, maxItems: 50 }),
  directions: Nullable(Directions),
  utcOffsetMinutes: Type.Integer({ minimum: -720, maximum: 840 }),
  openHours: Nullable(Type.Array(Strict(Window), { maxItems: 6 })),
  closure: Nullable(Strict({ ...Window, exemptKinds: Type.Optional(Kinds) })),
  quota: Nullable(
    Strict({
      maxExits: Type.Integer({ minimum: 0, maximum: 99 }),
      perDays: Type.Integer({ minimum: 1, maximum: MAX_QUOTA_DAYS })
    })
  ),
  maxStayMinutes: Nullable(Type.Integer({ minimum: 1, maximum: 7 * 24 * 60 })),
  temperature: Strict({
    required: Type.Boolean(),
    directions: Type.Optional(Directions),
    limit: Tenths,
    plausibleFrom: Tenths,
    plausibleTo: Tenths
  }),
  staleness: Strict({
    warnAfterSeconds: Type.Integer({ minimum: 600, maximum: 4 * WEEK_SECONDS }),
    askAfterSeconds: Type.Integer({ minimum: 600, maximum: 4 * WEEK_SECONDS })
  }),
  repeatSeconds: Type.Integer({ minimum: 0, maximum: 3600 }),
  override: Type.Unsafe<OverrideRules>({
    type: 'object',
    additionalProperties: false,
    required: ['CHECK', 'STOP'],
    properties: {
      CHECK: Need,
      STOP: Need,
      reasons: {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(Object.keys(REASONS).map(reason => [reason, Need]))
      }
    }
  }),
  watchedPlates: Type.Array(Strict({ prefix: Type.String({ pattern: '^[\\p{Script=Han}A-Z0-9]{1,8}$' }), notice: Line(120) }), {
    maxItems: 50
  })
}

const where = { gates: Nullable(Type.Array(Id, { minItems: 1, maxItems: 1_000, uniqueItems: true })) }

export const NewPolicy = Strict({
  ...rules,
  ...where,
  /** Absent: at once. */
  effectiveFrom: Type.Optional(Seconds),
  effectiveUntil: Type.Optional(Nullable(Seconds)),
  note: Type.Optional(Type.String({ maxLength: 200, pattern: '^[^\\u0000-\\u001f\\u007f\\u2028\\u2029]*$' }))
})
export type NewPolicy = Static<typeof NewPolicy>

export const PolicyView = Strict({
  id: Type.Integer(),
  ...rules,
  /** Of those that the caller may see. */
  gates: Nullable(Type.Array(Id)),
  effectiveFrom: Seconds,
  effectiveUntil: Nullable(Seconds),
  note: Type.String(),
  createdAt: Instant,
  createdBy: Type.String(),
  endedAt: Nullable(Instant),
  endedBy: Nullable(Type.String()),
  /** Whether the caller may end it. */
  isOwn: Type.Boolean()
})
export type PolicyView = Static<typeof PolicyView>

/** What is in force and what comes, in the order in which it was added. */
export const CurrentPolicies = Strict({ policies: Type.Array(PolicyView), at: Seconds })
export type CurrentPolicies = Static<typeof CurrentPolicies>
export const PolicyPage = Page(PolicyView)
export const PolicyHistoryQuery = Strict({ ...PageQuery, gate: Type.Optional(Id) })
export type PolicyHistoryQuery = Static<typeof PolicyHistoryQuery>

/** Absent: at once. A policy that was to come never counts then. */
export const PolicyEnd = Strict({ at: Type.Optional(Seconds) })
export type PolicyEnd = Static<typeof PolicyEnd>

export const PolicyProfile = Strict({ risk: Words(['low', 'medium', 'high']), rules: Strict(rules) })
