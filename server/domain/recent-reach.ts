import type { GatePolicy } from '../../shared/gate/policy.ts'

const DAY_MS = 24 * 3_600_000
const LEAST_DAYS = 2

/** How far back a gate may ask: for a repetition, and for the longest quota of households. */
export const recentReachMs = (policies: readonly GatePolicy[]): number =>
  DAY_MS * Math.max(LEAST_DAYS, ...policies.map(({ quota }) => quota?.perDays ?? 0))
