import { signal } from '@preact/signals'

/** When somebody last touched the phone or held up a code; device clock, milliseconds. */
const lastUse = signal(Date.now())

export const noteUse = (): void => {
  lastUse.value = Date.now()
}

export const lastUsedMs = (): number => lastUse.value
