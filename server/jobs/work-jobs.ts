import type { Context } from '../domain/context.ts'
import { serialSpreader } from '../domain/serials.ts'
import { deliverNotices } from '../domain/work/deliver-notices.ts'
import { runWorkTimers } from '../domain/work/timers.ts'
import type { NoticeSenders } from '../ports/notice-senders.ts'
import type { Job } from './run-jobs.ts'

/** What time does to work cards, and the notices that come of everything. */
export const workJobs = (ctx: Context, senders: NoticeSenders): readonly Job[] => {
  const serialOf = serialSpreader(ctx.signer)
  return [
    { name: 'work-timers', everyMs: 0, run: () => runWorkTimers(ctx, serialOf) },
    {
      name: 'work-notices',
      everyMs: 0,
      run: async () => {
        await deliverNotices(ctx, senders)
      }
    }
  ]
}
