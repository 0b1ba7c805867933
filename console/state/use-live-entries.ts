import { useEffect, useRef, useState } from 'preact/hooks'
import type { EntryView } from '../../shared/schema/gate.ts'
import { ENTRY_EVENTS } from '../api/endpoints.ts'
import { checkSession } from './ask-session.ts'

export type Connection = 'connecting' | 'live' | 'broken'
type Listener = { onEntry: (entry: EntryView) => void; onResume: () => void }

const AGAIN_MS = 5_000

/** Entries as they arrive. After a break `onResume` is called, for what came meanwhile was not heard. */
export function useLiveEntries(listener: Listener): Connection {
  const [connection, setConnection] = useState<Connection>('connecting')
  const newest = useRef(listener)
  newest.current = listener
  useEffect(() => {
    let source: EventSource | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    let broken = false
    const open = (): void => {
      source = new EventSource(ENTRY_EVENTS)
      source.addEventListener('open', () => {
        setConnection('live')
        if (broken) newest.current.onResume()
        broken = false
      })
      source.addEventListener('entry', event => newest.current.onEntry(JSON.parse(event.data) as EntryView))
      source.addEventListener('error', () => {
        setConnection('broken')
        broken = true
        if (source?.readyState === EventSource.CLOSED) timer = setTimeout(again, AGAIN_MS)
      })
    }
    // The browser gives up after an error status, which may say that the session has ended.
    const again = (): void => {
      void checkSession()
      open()
    }
    open()
    return () => {
      clearTimeout(timer)
      source?.close()
    }
  }, [])
  return connection
}
