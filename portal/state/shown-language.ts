import { computed, signal } from '@preact/signals'
import { SHOWN_LANGUAGES, type ShownLanguage } from '../../ui/i18n/dictionary.ts'
import { language } from '../../ui/i18n/language.ts'

const KEY = 'checkpoint.shown-language'
const isShown = (text: unknown): text is ShownLanguage => (SHOWN_LANGUAGES as readonly unknown[]).includes(text)

const chosen = signal(stored())

/** Language of a page that speaks all four: as chosen, else as the browser asks for Korean or Japanese, else the portal's. */
export const shownLanguage = computed<ShownLanguage>(() => chosen.value ?? browsers() ?? language.value)

export function chooseShownLanguage(next: ShownLanguage): void {
  chosen.value = next
  try {
    localStorage.setItem(KEY, next)
  } catch {
    // Lasts until the page is left.
  }
}

function stored(): ShownLanguage | null {
  try {
    const text = localStorage.getItem(KEY)
    return isShown(text) ? text : null
  } catch {
    return null
  }
}

function browsers(): ShownLanguage | null {
  const code = globalThis.navigator?.language?.slice(0, 2)
  return code === 'ko' || code === 'ja' ? code : null
}
