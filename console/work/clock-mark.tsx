import type { QueueItem } from '../../shared/schema/work-review.ts'
import { formatTime } from '../../ui/i18n/format.ts'
import { tw } from '../../ui/i18n/work-console.ts'
import { type ClockLevel, clockLevel, clockText } from './clock.ts'

const SHAPES: Readonly<Record<ClockLevel, string>> = { late: '▲', soon: '◆', fine: '○', still: '❚❚', over: '●' }

/** The promised time in shape, colour and words. */
export function ClockMark({ item }: { item: Pick<QueueItem, 'state' | 'minutesLeft' | 'dueAt'> }) {
  const level = clockLevel(item)
  const help = level === 'over' ? undefined : tw('clock.help', { time: formatTime(item.dueAt, 'shortDateTime') })
  return (
    <span class={`work-clock work-clock-${level}`} title={help} data-clock={level}>
      <span aria-hidden="true">{SHAPES[level]}</span> {clockText(item)}
    </span>
  )
}
