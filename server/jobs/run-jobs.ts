import type { SharedStorage } from '../ports/shared-storage.ts'

/** Done now and then by one server, whichever comes first. Doing it twice must do no harm. */
export type Job = { readonly name: string; readonly everyMs: number; readonly run: () => Promise<void> }

export type JobRunner = {
  /** Does what is due. */
  runDue(): Promise<void>
  /** Resolves when the job under way is done. */
  stop(): Promise<void>
}

export type JobOptions = {
  readonly jobs: readonly Job[]
  readonly storage: Pick<SharedStorage, 'takeLease' | 'lastRun' | 'noteRun'>
  readonly server: string
  readonly now: () => number
  readonly onError: (error: unknown) => void
}

const LOOK_MS = 30_000
/** A server that dies in a job keeps the others from it for this long. */
const LEASE_MS = 10 * 60_000

/** Runs each job on one server at a time. A job that fails is due again at the next look. */
export function startJobs({ jobs, storage, server, now, onError }: JobOptions): JobRunner {
  const isDue = async ({ name, everyMs }: Job): Promise<boolean> => {
    const last = await storage.lastRun(name)
    return last === null || now() - last >= everyMs
  }
  const runIfDue = async (job: Job): Promise<void> => {
    if (!(await isDue(job))) return
    const token = await storage.takeLease(job.name, server, now(), LEASE_MS)
    // Another server may have finished it between the look and the lease.
    if (token === null || !(await isDue(job))) return
    await job.run()
    await storage.noteRun(job.name, token, now())
  }
  let turn: Promise<void> = Promise.resolve()
  const runDue = (): Promise<void> => {
    turn = turn.then(async () => {
      for (const job of jobs) await runIfDue(job).catch(onError)
    })
    return turn
  }
  const timer = setInterval(() => void runDue(), LOOK_MS).unref()
  void runDue()
  return {
    runDue,
    async stop() {
      clearInterval(timer)
      await turn
    }
  }
}
