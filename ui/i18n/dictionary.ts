/** Languages of the screens; Chinese is the default. */
export const LANGUAGES = ['zh', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** One sentence in every language of the screens. `{name}` stands for a parameter. */
export type Sentence = Readonly<Record<Language, string>>
export type Dictionary = Readonly<Record<string, Sentence>>
export type Params = Readonly<Record<string, string | number>>

/** Verdicts and residents' words are also there in Korean and Japanese. */
export const SHOWN_LANGUAGES = ['zh', 'en', 'ko', 'ja'] as const
export type ShownLanguage = (typeof SHOWN_LANGUAGES)[number]
export type ShownWord = Readonly<Record<ShownLanguage, string>>

export const isLanguage = (text: unknown): text is Language => (LANGUAGES as readonly unknown[]).includes(text)

/** The sentence with its parameters; a parameter that was not given stays visible as `{name}`. */
export const fill = (sentence: string, params: Params = {}): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))

/** Keeps the keys as a type, so that a misspelt key does not compile. */
export const dictionary = <const T extends Dictionary>(words: T): T => words

/** The language that a browser asks for: English only for readers whose first choice is not Chinese. */
export const preferredLanguage = (wanted: readonly string[]): Language => {
  const [first] = wanted
  return first === undefined || /^zh\b/i.test(first) ? 'zh' : 'en'
}
