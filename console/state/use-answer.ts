import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { Answer, Failure } from '../../ui/api/client.ts'

export type Loading<T> = { kind: 'loading' } | { kind: 'failed'; failure: Failure } | { kind: 'ready'; value: T }

/** Reads once for each `key`; an answer that comes after a newer question is dropped. */
export function useAnswer<T>(key: string, read: () => Promise<Answer<T>>) {
  const [state, setState] = useState<Loading<T>>({ kind: 'loading' })
  const asked = useRef(0)
  const reload = useCallback(
    async (quiet = false): Promise<void> => {
      const turn = ++asked.current
      if (!quiet) setState({ kind: 'loading' })
      const answer = await read()
      if (turn !== asked.current || (quiet && !answer.ok)) return
      setState(answer.ok ? { kind: 'ready', value: answer.value } : { kind: 'failed', failure: answer.failure })
    },
    [key]
  )
  useEffect(() => {
    void reload()
    return () => {
      asked.current++
    }
  }, [reload])
  const put = (value: T): void => setState({ kind: 'ready', value })
  return { state, reload, put }
}
