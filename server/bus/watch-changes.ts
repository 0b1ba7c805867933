import type { Bus } from '../ports/bus.ts'
import type { ChangeMarks, SharedStorage } from '../ports/shared-storage.ts'

export type ChangeWatch = {
  /** Looks now. */
  look(): Promise<void>
  stop(): Promise<void>
}

export type WatchOptions = {
  readonly storage: Pick<SharedStorage, 'changesSince'>
  /** Hears what is found; only this server's, for the others look themselves. */
  readonly local: Pick<Bus, 'publish'>
  /** Until the next look: often while nobody tells, seldom when messages come and one may be lost. */
  readonly pauseMs: () => number
  readonly onError: (error: unknown) => void
}

/** Finds in the storage what other servers changed. A look that fails is made up for by the next one. */
export function watchChanges({ storage, local, pauseMs, onError }: WatchOptions): ChangeWatch {
  let marks: ChangeMarks | null = null
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let turn: Promise<void> = Promise.resolve()
  const lookOnce = async (): Promise<void> => {
    try {
      const found = await storage.changesSince(marks)
      marks = found.marks
      for (const change of found.changes) local.publish(change)
    } catch (error) {
      onError(error)
    }
  }
  const look = (): Promise<void> => {
    turn = turn.then(() => (stopped ? undefined : lookOnce()))
    return turn
  }
  const goOn = async (): Promise<void> => {
    await look()
    if (!stopped) timer = setTimeout(() => void goOn(), pauseMs()).unref()
  }
  void goOn()
  return {
    look,
    async stop() {
      stopped = true
      clearTimeout(timer)
      await turn
    }
  }
}
