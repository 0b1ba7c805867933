import { signal } from '@preact/signals'

/** A new version that waits for the volunteer's word; null: none. */
export const waitingUpdate = signal<ServiceWorker | null>(null)

/** Registers the service worker. A new version never takes over by itself: somebody may be in front of the camera. */
export async function watchUpdates(): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return
  try {
    const registration = await navigator.serviceWorker.register('./sw.js', { scope: './' })
    const look = (): void => {
      if (registration.waiting !== null && navigator.serviceWorker.controller !== null) waitingUpdate.value = registration.waiting
    }
    look()
    registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look))
  } catch (error) {
    console.info('works without a service worker:', error)
  }
}

export function takeUpdate(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  waitingUpdate.value?.postMessage('take-over')
}
