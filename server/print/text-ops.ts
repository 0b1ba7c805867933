import type { CardLanguage, Words } from './card-model.ts'
import type { Box, TextOp } from './drawing.ts'

export const BLACK = '#000000'
export const GREY = '#3d3d3d'

export const other = (language: CardLanguage): CardLanguage => (language === 'zh' ? 'en' : 'zh')
/** Large words and small ones; when one language is missing, the other takes the large place. */
export function order(words: Words, language: CardLanguage): readonly [string, string] {
  const [large, small] = [words[language].trim(), words[other(language)].trim()]
  return large === '' ? [small, ''] : [large, small]
}
export const both = (words: Words, language: CardLanguage): string => order(words, language).join(' ').trim()

export type Style = Partial<Pick<TextOp, 'weight' | 'fill' | 'align' | 'wrap'>>

export const text = (content: string, size: number, box: Box, style: Style = {}): TextOp => ({
  op: 'text',
  text: content,
  box,
  size,
  weight: 400,
  fill: BLACK,
  align: 'left',
  wrap: true,
  ...style
})
export const BOLD: Style = { weight: 700 }
export const FIGURES: Style = { weight: 700, wrap: false }
