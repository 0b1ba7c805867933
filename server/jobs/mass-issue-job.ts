import type { Context } from '../domain/context.ts'
import { runWaitingIssues } from '../domain/mass-issue/run.ts'
import { serialSpreader } from '../domain/serials.ts'
import type { Job } from './run-jobs.ts'

/** Goes on with what another server left running when it died; its own, a server resumes when it starts. */
export const massIssueJob = (ctx: Context): Job => ({
  name: 'mass-issues',
  everyMs: 0,
  run: () => runWaitingIssues(ctx, serialSpreader(ctx.signer))
})
