import { signal } from '@preact/signals'

/** A new version that waits for the volunteer's word; null: none. */
export const waitingUpdate = signal<ServiceWorker | null>(null)

/** How often a page that stays open looks for a new version. */
const LOOK_MS = 3_600_000
/** Nobody came for so long: a reload disturbs no one. */
const QUIET_MS = 15 * 60_000
const CHECK_QUIET_MS = 60_000

/**
 * Registers the service worker. A new version takes over when the volunteer says so, or when `quietSince` (milliseconds
 * of the device clock) is long ago; never while somebody may be in front of the camera.
 */
export async function watchUpdates(quietSince: () => number): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return
  try {
    const registration = await navigator.serviceWorker.register('./sw.js', { scope: './' })
    const look = (): void => {
      if (registration.waiting !== null && navigator.serviceWorker.controller !== null) waitingUpdate.value = registration.waiting
    }
    look()
    registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look))
    setInterval(() => void registration.update().catch(stayAsItIs), LOOK_MS)
    setInterval(() => Date.now() - quietSince() > QUIET_MS && takeUpdate(), CHECK_QUIET_MS)
  } catch (error) {
    stayAsItIs(error)
  }
}

export function takeUpdate(): void {
  if (waitingUpdate.value === null) return
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  waitingUpdate.value.postMessage('take-over')
  waitingUpdate.value = null
}

/** No network, or a page without a trusted certificate: what is here goes on working. */
const stayAsItIs = (error: unknown): void => console.info('no update:', error)
