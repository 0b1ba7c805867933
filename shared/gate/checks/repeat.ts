import type { GateCheck } from '../gate-input.ts'

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
