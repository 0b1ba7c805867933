import type { Reason } from '../verify/reasons.ts'

/** What letting somebody through against the verdict takes; the most last. */
export const OVERRIDE_NEEDS = ['nothing', 'reason', 'supervisor'] as const
/** `supervisor`: a reason, and the duty pass of somebody who may allow it. */
export type OverrideNeed = (typeof OVERRIDE_NEEDS)[number]

/** What a gate asks for in the end. `never` is no policy's to choose, and none can soften it. */
export const ADMISSION_NEEDS = [...OVERRIDE_NEEDS, 'never'] as const
export type AdmissionNeed = (typeof ADMISSION_NEEDS)[number]

/** By severity, and for single reasons otherwise. */
export type OverrideRules = {
  readonly CHECK: OverrideNeed
  readonly STOP: OverrideNeed
  readonly reasons?: Readonly<Partial<Record<Reason, OverrideNeed>>>
}
