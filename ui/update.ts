/** How often a page that stays open looks for a new version. */
const LOOK_MS = 6 * 3_600_000

/**
 * Registers the service worker and lets a new version take over only while nobody looks at the page:
 * a pass must not vanish in front of a gate.
 */
export async function keepUpToDate(): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return
  try {
    const registration = await navigator.serviceWorker.register('./sw.js', { scope: './' })
    const takeOver = (): void => {
      if (document.visibilityState === 'hidden') registration.waiting?.postMessage('take-over')
    }
    document.addEventListener('visibilitychange', takeOver)
    navigator.serviceWorker.addEventListener('controllerchange', reloadUnseen(navigator.serviceWorker.controller !== null))
    setInterval(() => registration.update().catch(stayAsItIs), LOOK_MS)
  } catch (error) {
    stayAsItIs(error)
  }
}

/** The first worker takes a fresh page that needs no reload. */
const reloadUnseen = (wasControlled: boolean) => (): void => {
  if (!wasControlled) return
  if (document.visibilityState === 'hidden') location.reload()
  else
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && location.reload(), {
      once: true
    })
}

/** No network, or a page without a trusted certificate: what is here goes on working. */
const stayAsItIs = (error: unknown): void => console.info('no update:', error)
