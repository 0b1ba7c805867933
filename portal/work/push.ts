import { askForm, keepPush } from './api.ts'
import type { WorkProof } from './kept.ts'

export type PushOutcome = 'on' | 'denied' | 'impossible' | 'later'

/** Whether this browser can be told anything while the page is closed. */
export const canPush = (): boolean => 'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis

/** Asks the owner, the browser's push service and ours, in this order. */
export async function subscribe(proof: WorkProof): Promise<PushOutcome> {
  if (!canPush()) return 'impossible'
  const form = await askForm()
  if (!form.ok) return 'later'
  if ((await Notification.requestPermission()) !== 'granted') return 'denied'
  try {
    const registration = await navigator.serviceWorker.ready
    const subscription = await registration.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: form.value.pushKey
    })
    const { endpoint, keys } = subscription.toJSON()
    const { p256dh, auth } = keys ?? {}
    if (endpoint === undefined || p256dh === undefined || auth === undefined) return 'impossible'
    const kept = await keepPush(proof, { subscription: { endpoint, keys: { p256dh, auth } } })
    return kept.ok ? 'on' : kept.failure.code === 'push-invalid' ? 'impossible' : 'later'
  } catch {
    return 'impossible' // no push service behind this browser, or another key than the one it had
  }
}
