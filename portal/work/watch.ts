import { useEffect, useState } from 'preact/hooks'
import type { Answer, Failure } from '../../ui/api/client.ts'

/** How often a page in sight asks again. */
const LOOK_MS = 30_000

/** A value of the service, asked for when the page comes into sight, when the network comes back, and now and then. */
export function useWatched<T>(ask: () => Promise<Answer<T>>, onValue?: (value: T) => void) {
  const [value, setValue] = useState<T | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const take = (next: T): void => {
    setValue(next)
    setFailure(null)
    onValue?.(next)
  }
  const load = async (): Promise<void> => {
    setBusy(true)
    const answer = await ask()
    setBusy(false)
    if (answer.ok) take(answer.value)
    else setFailure(answer.failure)
  }
  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === 'visible') void load()
    }
    look()
    const timer = setInterval(look, LOOK_MS)
    document.addEventListener('visibilitychange', look)
    addEventListener('online', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
      removeEventListener('online', look)
    }
  }, [])
  return { value, failure, busy, load, take, setFailure }
}
