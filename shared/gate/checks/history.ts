import type { GateCheck } from '../gate-input.ts'
import { localDay } from '../local-day.ts'

/** The same pass in the same direction a moment ago: one passage, logged as a repetition. */
export const checkRepeat: GateCheck = ({ pass, context, policy }) => {
  if (pass === null) return null
  const isRepeat = context.recent.some(
    entry =>
      entry.serial === pass.serial &&
      entry.direction === context.direction &&
      Math.abs(context.at - entry.at) < policy.repeatSeconds
  )
  return isRepeat ? { reason: 'REPEAT', verdict: 'PASS' } : null
}

/** A household pass goes out `maxExits` times in any `perDays` local days; a repetition is not a second exit. */
export const checkQuota: GateCheck = ({ pass, context, policy }) => {
  if (pass === null || policy.quota === null || pass.kind !== 'household' || context.direction !== 'out') return null
  const { quota, utcOffsetMinutes } = policy
  const today = localDay(context.at, utcOffsetMinutes)
  const exits = context.recent.filter(
    entry =>
      entry.serial === pass.serial &&
      entry.direction === 'out' &&
      today - localDay(entry.at, utcOffsetMinutes) < quota.perDays &&
      Math.abs(context.at - entry.at) >= policy.repeatSeconds
  )
  return exits.length >= quota.maxExits ? { reason: 'QUOTA', verdict: 'CHECK' } : null
}
