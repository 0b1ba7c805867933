import { isWithin } from '../day-window.ts'
import { comesHome, type GateCheck, type GateInput } from '../gate-input.ts'
import { minuteOfLocalDay } from '../local-day.ts'

/** The gate takes nobody in this direction, or not at this hour; then a resident who stands before it still comes home. */
export const checkOpen: GateCheck = input => {
  const { context, policy } = input
  if (policy.directions !== null && !policy.directions.includes(context.direction))
    return { reason: 'CLOSED', verdict: 'CHECK', detail: 'direction' }
  if (isOpenNow(input)) return null
  return { reason: 'CLOSED', verdict: comesHome(input) ? 'PASS' : 'CHECK', detail: 'hours' }
}

function isOpenNow({ context, policy: { openHours, utcOffsetMinutes } }: GateInput): boolean {
  const minute = minuteOfLocalDay(context.at, utcOffsetMinutes)
  return openHours === null || openHours.some(window => isWithin(minute, window))
}
