import type { Context } from '../domain/context.ts'
import { runRetention } from '../domain/retention/run-retention.ts'
import type { Job } from './run-jobs.ts'

const HOUR_MS = 3_600_000
/** Nobody repeats a request after two days. */
const ANSWERS_KEPT_MS = 48 * HOUR_MS

export const standardJobs = (ctx: Context): readonly Job[] => [
  { name: 'prepare-days', everyMs: 6 * HOUR_MS, run: () => ctx.storage.prepareDays() },
  { name: 'forget-answers', everyMs: HOUR_MS, run: () => ctx.storage.forgetIdempotent(ctx.env.now() - ANSWERS_KEPT_MS) },
  { name: 'retention', everyMs: 6 * HOUR_MS, run: async () => void (await runRetention(ctx)) }
]
