import { isWithin } from '../day-window.ts'
import { comesHome, type GateCheck, type GateInput } from '../gate-input.ts'
import { minuteOfLocalDay } from '../local-day.ts'

/** At night a resident comes home without a question, and who has to may go; everybody else is asked. All is logged. */
export const checkNight: GateCheck = input => {
  const { closure, utcOffsetMinutes } = input.policy
  if (closure === null || !isWithin(minuteOfLocalDay(input.context.at, utcOffsetMinutes), closure)) return null
  return { reason: 'NIGHT', verdict: comesHome(input) || isExempt(input) ? 'PASS' : 'CHECK' }
}

/** On the way to a doctor, as the volunteer wrote down, or of a kind that works at night. */
const isExempt = ({ pass, context, policy }: GateInput): boolean =>
  context.purpose === 'medical' || (pass !== null && (policy.closure?.exemptKinds ?? []).includes(pass.kind))
