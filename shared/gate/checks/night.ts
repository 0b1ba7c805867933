import { type GateCheck, isResident } from '../gate-input.ts'
import { minuteOfLocalDay } from '../local-day.ts'

/** At night a resident comes home without a question; going out, and everybody else, is asked about. */
export const checkNight: GateCheck = input => {
  const { closure, utcOffsetMinutes } = input.policy
  if (closure === null || !isWithin(minuteOfLocalDay(input.context.at, utcOffsetMinutes), closure)) return null
  const isComingHome = input.context.direction === 'in' && isResident(input)
  return { reason: 'NIGHT', verdict: isComingHome ? 'PASS' : 'CHECK' }
}

const isWithin = (minute: number, { fromMinute, toMinute }: { fromMinute: number; toMinute: number }): boolean =>
  fromMinute <= toMinute ? minute >= fromMinute && minute < toMinute : minute >= fromMinute || minute < toMinute
