import { useEffect, useRef, useState } from 'preact/hooks'
import type { Page } from '../../shared/schema/common.ts'
import type { Answer, Failure } from '../../ui/api/client.ts'

type State<T> = {
  readonly items: readonly T[] | null
  readonly next: string | null
  readonly busy: boolean
  readonly failure: Failure | null
  /** The last refreshing had no answer: what is shown may be old. */
  readonly isOld: boolean
}
const NOTHING = { items: null, next: null, busy: true, failure: null, isOld: false }

/** A list by cursor: the first page for each `key`, then the next ones below it. */
export function usePages<T>(key: string, read: (cursor: string | undefined) => Promise<Answer<Page<T>>>) {
  const [state, setState] = useState<State<T>>(NOTHING)
  const turn = useRef(0)
  const load = async (cursor: string | undefined): Promise<void> => {
    const mine = ++turn.current
    setState(before => ({ ...before, busy: true, failure: null }))
    const answer = await read(cursor)
    if (mine !== turn.current) return
    setState(before => {
      if (!answer.ok) return { ...before, busy: false, failure: answer.failure }
      const kept = cursor === undefined ? [] : (before.items ?? [])
      return { items: [...kept, ...answer.value.items], next: answer.value.next, busy: false, failure: null, isOld: false }
    })
  }
  /** Reads again as much as is shown and puts it in its place in one go; a page that is being loaded goes first. */
  const refresh = async (): Promise<void> => {
    if (state.busy || state.items === null) return
    const mine = turn.current
    const items: T[] = []
    let next: string | null = null
    do {
      const answer: Answer<Page<T>> = await read(next ?? undefined)
      if (mine !== turn.current) return
      if (!answer.ok) return setState(before => ({ ...before, isOld: true }))
      items.push(...answer.value.items)
      next = answer.value.next
    } while (next !== null && items.length < state.items.length)
    setState({ items, next, busy: false, failure: null, isOld: false })
  }
  useEffect(() => {
    void load(undefined)
    return () => {
      turn.current++
    }
  }, [key])
  return { ...state, more: () => load(state.next ?? undefined), reload: () => load(undefined), refresh }
}
