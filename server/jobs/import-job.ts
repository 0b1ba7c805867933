import type { Context } from '../domain/context.ts'
import { forgetImports } from '../domain/import/forget-imports.ts'
import { runWaitingImports } from '../domain/import/run-import.ts'
import type { Job } from './run-jobs.ts'

const HOUR_MS = 3_600_000

/** Goes on with lists that another server left when it died, and forgets those that are over. */
export const importJobs = (ctx: Context): Job[] => [
  { name: 'imports', everyMs: 0, run: () => runWaitingImports(ctx) },
  { name: 'forget-imports', everyMs: 6 * HOUR_MS, run: () => forgetImports(ctx) }
]
