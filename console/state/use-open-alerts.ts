import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { AlertView } from '../../shared/schema/alerts.ts'
import { ALERT_EVENTS, listAlerts } from '../api/alerts.ts'
import { checkSession } from './ask-session.ts'

const AGAIN_MS = 5_000
/** The banner shows few, and says how many more there are. */
const MOST = 50

/** What nobody has seen to yet, newest first, while somebody is signed in. */
export const openAlerts = signal<readonly AlertView[]>([])
export const isAlertFeedBroken = signal(false)

export async function reloadAlerts(): Promise<void> {
  const answer = await listAlerts({ open: 'true', limit: String(MOST) })
  if (answer.ok) openAlerts.value = answer.value.items
}

/** Keeps the open alerts: told by the service, read again after every break. */
export function useOpenAlerts(): void {
  useEffect(() => {
    let source: EventSource | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    const open = (): void => {
      source = new EventSource(ALERT_EVENTS)
      source.addEventListener('open', () => {
        isAlertFeedBroken.value = false
        void reloadAlerts()
      })
      source.addEventListener('alerts', () => void reloadAlerts())
      source.addEventListener('error', () => {
        isAlertFeedBroken.value = true
        if (source?.readyState !== EventSource.CLOSED) return
        timer = setTimeout(() => {
          void checkSession()
          open()
        }, AGAIN_MS)
      })
    }
    open()
    return () => {
      clearTimeout(timer)
      source?.close()
      openAlerts.value = []
    }
  }, [])
}
