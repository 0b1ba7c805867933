import type { ShownWord } from './dictionary.ts'

/** Each language by its own name. */
export const SHOWN_LANGUAGE_NAMES: ShownWord = { zh: '中文', en: 'English', ko: '한국어', ja: '日本語' }
export const LANGUAGE_WORD: ShownWord = { zh: '语言', en: 'Language', ko: '언어', ja: '言語' }
