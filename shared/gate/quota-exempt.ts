import type { Purpose } from '../log/entry.ts'

/** Whether an exit for this purpose uses nothing of a household's quota. */
export const isQuotaExempt = (purpose: Purpose | null): boolean =>
  purpose === 'work' || purpose === 'school' || purpose === 'medical'
