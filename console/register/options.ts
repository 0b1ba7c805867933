import type { Option } from '../../ui/components/select.tsx'
import { type RegisterKey, tg } from '../../ui/i18n/register.ts'

/** A closed set of words as choices, in the language of the screen. */
export const optionsOf = (kind: string, words: readonly string[]): Option[] =>
  words.map(value => ({ value, label: tg(`${kind}.${value}` as RegisterKey) }))

export const wordOf = (kind: string, value: string): string => tg(`${kind}.${value}` as RegisterKey)
