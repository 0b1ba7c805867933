import { type Signal, signal } from '@preact/signals'

/** False as soon as the browser refuses to keep something: a private window, or no room. */
export const keepsThings = signal(true)

export type StoredSignal<T> = { readonly value: Signal<T>; set(next: T): void }

/**
 * A value of this browser that survives closing and is the same in every tab. `read` turns what was stored, by whichever
 * version, into a value; it must take anything.
 */
export function storedSignal<T>(key: string, read: (value: unknown) => T): StoredSignal<T> {
  const value = signal(read(stored(key)))
  globalThis.addEventListener?.('storage', event => {
    if (event.key === key) value.value = read(parsed(event.newValue))
  })
  return {
    value,
    set(next) {
      value.value = next
      try {
        localStorage.setItem(key, JSON.stringify(next))
      } catch {
        keepsThings.value = false
      }
    }
  }
}

function stored(key: string): unknown {
  try {
    return parsed(localStorage.getItem(key))
  } catch {
    return null // no storage here
  }
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null // cut off or foreign
  }
}

/** Whether something stored under a key has a text in it, without reading what it means. */
export function localStorageHas(key: string, text: string): boolean {
  try {
    return localStorage.getItem(key)?.includes(text) ?? false
  } catch {
    return false
  }
}
