import { type Static, Type } from 'typebox'
import { Id, Instant, Nullable, SiteNumber, Strict, Words } from './common.ts'
import { Hours } from './passes.ts'

/** A pass each person, one each household in the name of its first member, or one each car. */
export const MASS_KINDS = ['person', 'household', 'vehicle'] as const
export const MASS_STATES = ['awaiting-approval', 'running', 'paused', 'cancelled', 'done'] as const
/** Why somebody gets none: a valid pass, one on hold, nobody lives there, left since, or a name that fits on no pass. */
export const MASS_EXCLUSIONS = ['has-pass', 'held', 'nobody', 'gone', 'not-printable'] as const
export type MassExclusion = (typeof MASS_EXCLUSIONS)[number]

export const MassFilter = Strict({
  kind: Words(MASS_KINDS),
  community: Id,
  site: Type.Optional(SiteNumber),
  building: Type.Optional(Type.String({ minLength: 1, maxLength: 20 })),
  /** Passes that end within this time are renewed: the new one supersedes them. Left out: only who has none. */
  renewWithinHours: Type.Optional(Hours),
  hours: Hours
})
export type MassFilter = Static<typeof MassFilter>

const Excluded = Type.Array(Strict({ reason: Words(MASS_EXCLUSIONS), count: Type.Integer() }))
export const MassPreview = Strict({
  total: Type.Integer({ description: 'Passes that would be issued' }),
  renewals: Type.Integer({ description: 'Of these, passes that replace one' }),
  excluded: Excluded,
  needsApproval: Type.Boolean()
})
export type MassPreview = Static<typeof MassPreview>

export const MassIssueView = Strict({
  id: Id,
  filter: MassFilter,
  state: Words(MASS_STATES),
  total: Type.Integer(),
  issued: Type.Integer(),
  skipped: Excluded,
  createdBy: Type.String(),
  createdAt: Instant,
  approvedBy: Nullable(Type.String()),
  updatedAt: Instant,
  /** Whether the caller may give the approval: never who asked for it. */
  mayApprove: Type.Boolean()
})
export type MassIssueView = Static<typeof MassIssueView>
export const MassIssueList = Strict({ items: Type.Array(MassIssueView) })

export const MassAction = Strict({ action: Words(['approve', 'pause', 'resume', 'cancel'] as const) })
export type MassAction = Static<typeof MassAction>
