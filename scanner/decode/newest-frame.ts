/**
 * Feeds one reader with the newest of many frames: while it is busy, frames are only counted as "there is a newer one", and
 * when it is done it gets the one shown then. A queue would make every later answer late.
 *
 * `read` settles when the frame is dealt with; a rejection ends the feed and goes to `onError`.
 */
export function createNewestFrameFeed(
  read: (presentedAtMs: number) => Promise<void>,
  onError: (error: unknown) => void
): { offer(presentedAtMs: number): void; drop(): void } {
  let busy = false
  let ended = false
  let newestAtMs: number | null = null

  async function work(): Promise<void> {
    busy = true
    while (newestAtMs !== null) {
      const presentedAtMs = newestAtMs
      newestAtMs = null
      await read(presentedAtMs)
    }
    busy = false
  }

  return {
    offer(presentedAtMs) {
      if (ended) return
      newestAtMs = presentedAtMs
      if (busy) return
      work().catch(error => {
        ended = true
        onError(error)
      })
    },
    drop() {
      newestAtMs = null
    }
  }
}
