import type { MassPreview } from '../../shared/schema/mass-issue.ts'
import { formatNumber } from '../../ui/i18n/format.ts'
import { type MassKey, tm } from '../../ui/i18n/mass-issue.ts'

/** `12 已有有效证 · 3 已迁出` */
export const excludedText = (excluded: MassPreview['excluded']): string =>
  excluded.map(({ reason, count }) => `${formatNumber(count)} ${tm(`massReason.${reason}` as MassKey)}`).join(' · ')
