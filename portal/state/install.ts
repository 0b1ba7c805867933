import { signal } from '@preact/signals'

/** Chromium's event; other browsers have none and need the hint in words. */
type InstallEvent = Event & { prompt(): Promise<unknown> }

export const installEvent = signal<InstallEvent | null>(null)
export const isInstalled = (): boolean => matchMedia('(display-mode: standalone)').matches

export function listenForInstall(): void {
  addEventListener('beforeinstallprompt', event => {
    event.preventDefault()
    installEvent.value = event as InstallEvent
  })
  addEventListener('appinstalled', () => {
    installEvent.value = null
  })
}

export async function install(): Promise<void> {
  await installEvent.value?.prompt()
  installEvent.value = null
}
