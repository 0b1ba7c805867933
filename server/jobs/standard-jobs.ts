import type { Storage } from '../ports/storage.ts'
import type { Job } from './run-jobs.ts'

const HOUR_MS = 3_600_000
/** Nobody repeats a request after two days. */
const ANSWERS_KEPT_MS = 48 * HOUR_MS

export const standardJobs = (storage: Storage, now: () => number): readonly Job[] => [
  { name: 'prepare-days', everyMs: 6 * HOUR_MS, run: () => storage.prepareDays() },
  { name: 'forget-answers', everyMs: HOUR_MS, run: () => storage.forgetIdempotent(now() - ANSWERS_KEPT_MS) }
]
