import { useEffect, useRef, useState } from 'preact/hooks'
import type { Page } from '../../shared/schema/common.ts'
import type { Answer, Failure } from '../../ui/api/client.ts'

type State<T> = {
  readonly items: readonly T[] | null
  readonly next: string | null
  readonly busy: boolean
  readonly failure: Failure | null
}

/** A list by cursor: the first page for each `key`, then the next ones below it. */
export function usePages<T>(key: string, read: (cursor: string | undefined) => Promise<Answer<Page<T>>>) {
  const [state, setState] = useState<State<T>>({ items: null, next: null, busy: true, failure: null })
  const turn = useRef(0)
  const load = async (cursor: string | undefined): Promise<void> => {
    const mine = ++turn.current
    setState(before => ({ ...before, busy: true, failure: null }))
    const answer = await read(cursor)
    if (mine !== turn.current) return
    setState(before => {
      if (!answer.ok) return { ...before, busy: false, failure: answer.failure }
      const kept = cursor === undefined ? [] : (before.items ?? [])
      return { items: [...kept, ...answer.value.items], next: answer.value.next, busy: false, failure: null }
    })
  }
  useEffect(() => {
    void load(undefined)
    return () => {
      turn.current++
    }
  }, [key])
  return { ...state, more: () => load(state.next ?? undefined), reload: () => load(undefined) }
}
