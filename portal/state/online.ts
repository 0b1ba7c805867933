import { signal } from '@preact/signals'

/** What the browser believes; false is sure, true is not. */
export const online = signal(navigator.onLine)
addEventListener('online', () => {
  online.value = true
})
addEventListener('offline', () => {
  online.value = false
})
