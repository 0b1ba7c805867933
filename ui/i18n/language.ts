import { signal } from '@preact/signals'
import { type Dictionary, fill, isLanguage, type Language, type Params, type Sentence } from './dictionary.ts'

const STORED_AS = 'checkpoint.language'

/** Language of this browser's screens. Chinese until somebody chooses another. */
export const language = signal<Language>(storedLanguage())

export function setLanguage(next: Language): void {
  language.value = next
  showLanguage()
  try {
    localStorage.setItem(STORED_AS, next)
  } catch {
    // Storage is closed in some private windows: the choice then lasts until the page is left.
  }
}

/** Tells screen readers and fonts which language the page is in; to be called once at start. */
export function showLanguage(): void {
  document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : language.value
}

/** `t(key, params)` over an app's own words. Reads the signal, so that what shows the sentence changes with the language. */
export const translator =
  <T extends Dictionary>(words: T) =>
  (key: keyof T & string, params?: Params): string =>
    say(words[key] as Sentence, params)

export const say = (sentence: Sentence, params?: Params): string => fill(sentence[language.value], params)

/** Chinese or English name of a thing that has both. */
export const nameOf = (named: { readonly name: string; readonly nameEn: string }): string =>
  language.value === 'zh' ? named.name : named.nameEn

function storedLanguage(): Language {
  try {
    const stored = localStorage.getItem(STORED_AS)
    return isLanguage(stored) ? stored : 'zh'
  } catch {
    return 'zh' // no storage: a test, a worker, or a browser that refuses it
  }
}
