import type { GateCheck, GateInput } from '../gate-input.ts'

/** A visitor who leaves later than allowed is asked why. */
export const checkStay: GateCheck = input => {
  const { maxStayMinutes } = input.policy
  const stay = input.context.direction === 'out' ? stayMinutes(input) : null
  return maxStayMinutes !== null && stay !== null && stay > maxStayMinutes ? { reason: 'STAY', verdict: 'CHECK' } : null
}

/** As it was written down, or since the visitor's pass last came in. */
function stayMinutes({ pass, context }: GateInput): number | null {
  if (context.stayMinutes !== undefined && context.stayMinutes !== null) return context.stayMinutes
  if (pass?.kind !== 'visitor') return null
  const arrivals = context.recent.filter(
    ({ serial, direction, at }) => serial === pass.serial && direction === 'in' && at <= context.at
  )
  if (arrivals.length === 0) return null
  // Nobody's stay gets shorter by what another phone only says.
  const known = arrivals.filter(({ isHearsay }) => isHearsay !== true)
  const times = (known.length > 0 ? known : arrivals).map(({ at }) => at)
  return Math.floor((context.at - Math.max(...times)) / 60)
}
