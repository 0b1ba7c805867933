import { DELIVERY_TAG } from './deliver-own.ts'

/** Background Sync; not in TypeScript's library, and not in WebKit. */
type WithSync = ServiceWorkerRegistration & { readonly sync?: { register(tag: string): Promise<void> } }

/** The browser is to deliver when the network is back, even if this page is gone. Where it cannot, the page goes on alone. */
export async function askForBackground(): Promise<void> {
  try {
    const registration = (await navigator.serviceWorker?.getRegistration()) as WithSync | undefined
    await registration?.sync?.register(DELIVERY_TAG)
  } catch (error) {
    console.info('no background delivery:', error) // switched off by the phone's owner
  }
}
