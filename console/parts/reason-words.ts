import type { StatusChange } from '../../shared/schema/passes.ts'
import type { Option } from '../../ui/components/select.tsx'
import { t } from '../../ui/i18n/console.ts'

export type StatusReason = NonNullable<StatusChange['reason']>

const HOLD_REASONS = ['health', 'quarantine', 'lost', 'data-dispute', 'misuse', 'other'] as const
const REVOKE_REASONS = ['lost', 'moved-away', 'misuse', 'error', 'data-dispute', 'health', 'other'] as const
const REISSUE_REASONS = ['lost', 'error', 'data-dispute', 'other'] as const

/** The reasons that fit an action, the usual ones first. A lift needs none. */
export const REASONS_OF = {
  hold: HOLD_REASONS,
  revoke: REVOKE_REASONS,
  reissue: REISSUE_REASONS,
  lift: []
} as const satisfies Record<string, readonly StatusReason[]>

export const reasonOptions = (reasons: readonly StatusReason[], first: string): Option[] => [
  { value: '', label: first },
  ...reasons.map(reason => ({ value: reason, label: t(`reason.${reason}`) }))
]
