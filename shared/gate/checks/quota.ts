import type { EpochSeconds } from '../../time.ts'
import type { GateCheck } from '../gate-input.ts'
import { localDay } from '../local-day.ts'
import { isQuotaExempt } from '../quota-exempt.ts'

/**
 * A household pass goes out `maxExits` times in any `perDays` local days; a repetition is not a second exit, and the way
 * to work, school or a doctor is none.
 */
export const checkQuota: GateCheck = ({ pass, context, policy }) => {
  if (pass === null || policy.quota === null || pass.kind !== 'household' || context.direction !== 'out') return null
  if (isQuotaExempt(context.purpose ?? null)) return null
  const { quota, utcOffsetMinutes, repeatSeconds } = policy
  const today = localDay(context.at, utcOffsetMinutes)
  const times = context.recent
    .filter(
      entry =>
        entry.serial === pass.serial &&
        entry.direction === 'out' &&
        entry.isExempt !== true &&
        today - localDay(entry.at, utcOffsetMinutes) < quota.perDays &&
        Math.abs(context.at - entry.at) >= repeatSeconds
    )
    .map(entry => entry.at)
  return passages(times, repeatSeconds) >= quota.maxExits ? { reason: 'QUOTA', verdict: 'CHECK' } : null
}

/** How many passages the times are, when those that lie closer together than `repeatSeconds` are one. */
function passages(times: EpochSeconds[], repeatSeconds: number): number {
  let count = 0
  let first = Number.NEGATIVE_INFINITY
  for (const time of times.sort((a, b) => a - b)) {
    if (time - first < repeatSeconds) continue
    first = time
    count++
  }
  return count
}
