import { effect } from '@preact/signals'
import type { GateDatabase } from '../log/gate-database.ts'
import { recent } from './gate-state.ts'

/** A busy gate learns of a passage every few seconds; each need not be a write. */
const PAUSE_MS = 5_000

/** Passages that were told, by the service or by another phone: without a network nobody tells them again after a restart. */
export const saveRecent = async (db: GateDatabase): Promise<void> => {
  await db.put('recent', recent.value, 'now')
}

/** Keeps them for the next start until the returned function is called. */
export function keepRecent(db: GateDatabase): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const save = (): void => {
    clearTimeout(timer)
    timer = undefined
    saveRecent(db).catch(console.error)
  }
  const unwatch = effect(() => {
    if (recent.value.length > 0) timer ??= setTimeout(save, PAUSE_MS)
  })
  const ended = new AbortController()
  addEventListener('pagehide', () => timer !== undefined && save(), { signal: ended.signal })
  return () => {
    unwatch()
    clearTimeout(timer)
    ended.abort()
  }
}
