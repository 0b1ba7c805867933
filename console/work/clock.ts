import type { QueueItem } from '../../shared/schema/work-review.ts'
import { tClock } from '../../ui/i18n/clock.ts'
import { tw } from '../../ui/i18n/work-console.ts'

/** `still`: a question waits for its answer; `over`: nothing is promised any more. */
export type ClockLevel = 'late' | 'soon' | 'fine' | 'still' | 'over'

/** Working minutes from which on an application is urgent. */
const SOON_MINUTES = 60

export function clockLevel({ state, minutesLeft }: Pick<QueueItem, 'state' | 'minutesLeft'>): ClockLevel {
  if (state === 'more-info') return 'still'
  if (state !== 'submitted' && state !== 'under-review') return 'over'
  if (minutesLeft < 0) return 'late'
  return minutesLeft <= SOON_MINUTES ? 'soon' : 'fine'
}

/** Working time in hours and minutes: a day of it would be read as a day of the calendar. */
export function workingSpan(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  if (hours === 0) return tClock('span.minutes', { minutes: rest })
  return rest === 0 ? tClock('span.wholeHours', { hours }) : tClock('span.hours', { hours, minutes: rest })
}

export const clockText = (item: Pick<QueueItem, 'state' | 'minutesLeft'>): string =>
  tw(`clock.${clockLevel(item)}`, { span: workingSpan(item.minutesLeft) })
