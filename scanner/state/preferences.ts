import { type Signal, signal } from '@preact/signals'

/** What a volunteer sets for this phone, each with its values, the first one for phones where nobody chose. */
export const PREFERENCES = {
  theme: ['auto', 'day', 'night'],
  light: ['suggest', 'auto', 'off'],
  saver: ['auto', 'on', 'off'],
  sound: ['on', 'off']
} as const

export type PreferenceName = keyof typeof PREFERENCES
export type Preference<N extends PreferenceName> = (typeof PREFERENCES)[N][number]
type Signals = { readonly [N in PreferenceName]: Signal<Preference<N>> }
type Kept = Pick<Storage, 'getItem' | 'setItem'>

const KEY = 'checkpoint.gate.preference.'

export const preferences: Signals = {
  theme: signal('auto'),
  light: signal('suggest'),
  saver: signal('auto'),
  sound: signal('on')
}

/** To be called once at the start. What is kept and not known any more counts as not chosen. */
export function recallPreferences(storage: Kept): void {
  for (const name of Object.keys(PREFERENCES) as PreferenceName[]) {
    const kept = storage.getItem(KEY + name)
    const known = (PREFERENCES[name] as readonly string[]).find(value => value === kept)
    if (known !== undefined) (preferences[name] as Signal<string>).value = known
  }
}

export function prefer<N extends PreferenceName>(storage: Kept, name: N, value: Preference<N>): void {
  ;(preferences[name] as Signal<string>).value = value
  try {
    storage.setItem(KEY + name, value)
  } catch {
    // Storage is full or closed: the choice lasts until the page is left.
  }
}
