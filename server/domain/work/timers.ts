import { listOf } from '../../../shared/status/status-list.ts'
import { localDayNumber, startOfDayMs } from '../../../shared/work/local-days.ts'
import type { WorkMove } from '../../ports/work-storage.ts'
import type { Context } from '../context.ts'
import { issueWaiting, type SerialOf } from './issue-cards.ts'

/** One transaction; others' writes wait for it. */
const AT_ONCE = 200
/** Who has not reported by then is reminded, local time. */
const REMIND_FROM_MS = 18 * 3_600_000

const CLOCK = { actor: 'clock', actorName: 'clock' } as const

type Step = (ctx: Context, serialOf: SerialOf, now: number) => Promise<number>

/** Events that the clock causes: found by an index, and each moved by compare-and-set. */
const moveDue =
  (
    kind: 'claim-over' | 'answer-over' | 'left',
    moveOf: (now: number) => Omit<WorkMove, 'number' | 'at' | 'actor' | 'actorName'>
  ): Step =>
  async (ctx, _serialOf, now) => {
    const numbers = await ctx.storage.workDue(kind, now, AT_ONCE)
    return (await ctx.storage.moveWork(numbers.map(number => ({ ...moveOf(now), ...CLOCK, number, at: now })))).length
  }

/** In this order; what one step makes possible the next one does. */
const STEPS: readonly Step[] = [
  moveDue('claim-over', () => ({ event: 'idle', only: 'claim-over' })),
  moveDue('answer-over', now => ({ event: 'lapse', only: 'answer-over', notice: 'lapsed', set: { refusedAt: now } })),
  moveDue('left', now => ({ event: 'withdraw', only: 'left', set: { refusedAt: now, overAt: null } })),
  (ctx, _serialOf, now) => ctx.storage.markWorkLate(now, AT_ONCE),
  (ctx, serialOf) => issueWaiting(ctx, serialOf, AT_ONCE),
  async (ctx, _serialOf, now) => {
    const held = await ctx.storage.holdMissingReports(localDayNumber(now), now, AT_ONCE)
    for (const list of new Set(held.map(listOf))) ctx.bus.publish({ kind: 'status', list })
    return held.length
  },
  async (ctx, _serialOf, now) => {
    const today = localDayNumber(now)
    return now < startOfDayMs(today) + REMIND_FROM_MS ? 0 : ctx.storage.remindReports(today, now, AT_ONCE)
  },
  (ctx, _serialOf, now) => ctx.storage.warnOfEnd(now, AT_ONCE)
]

/**
 * Everything that time does to applications and cards. Whoever runs it beside us, or dies in the middle, changes nothing:
 * each step is a compare-and-set together with what it tells. A step that fails keeps no other from its turn.
 */
export async function runWorkTimers(ctx: Context, serialOf: SerialOf): Promise<void> {
  const failures: unknown[] = []
  const now = ctx.env.now()
  for (const step of STEPS) {
    try {
      while ((await step(ctx, serialOf, now)) >= AT_ONCE);
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'a timer of the work cards failed')
}
