import { isPrintable } from '../identity/printable.ts'
import { fail, ok, type Result } from '../result.ts'

export type NameFailure = 'empty' | 'too-long' | 'characters'

/** In code points. The longest names on Chinese documents have about 50. */
const MAX_NAME_LENGTH = 60
/** In UTF-16 units, before composition: no name is near it, and hostile text costs nothing. */
const MAX_RAW_LENGTH = 4 * MAX_NAME_LENGTH
const LABEL_BYTES = 40
const HIDDEN = '***'

/** Dots between the parts of a name; a full stop is one only between Chinese characters (elsewhere it ends an initial). */
const DOTS = /[·•‧∙⋅・･．]|(?<=\p{sc=Han})\.(?=\p{sc=Han})/u
/** Marks, selectors of glyph variants and invisible characters: no letters of their own. */
const WEIGHTLESS = /[\p{M}\p{Cc}\p{Cf}\p{Cs}\p{DI}\p{Noncharacter_Code_Point}]/gu
const NO_LETTER = /[\p{P}\p{S}\p{Z}]/gu
/** Private use too: rare characters of names were typed that way before Unicode had them. */
const LETTER = /[\p{L}\p{Co}]/u
/** Scripts whose names are a few characters without spaces. */
const SYLLABIC = /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]+$/u

/**
 * A name as typed: NFC, trimmed, at most 60 code points, at least one letter, no controls or invisible marks, and no asterisk:
 * a list of masked names is not to be taken for a list of names.
 */
export function parseName(raw: string): Result<string, NameFailure> {
  if (raw.length > MAX_RAW_LENGTH) return fail('too-long')
  const name = raw.normalize('NFC').trim()
  if (name === '') return fail('empty')
  if (!isPrintable(name) || !LETTER.test(lettersOf(name)) || name.includes('*')) return fail('characters')
  return [...name].length > MAX_NAME_LENGTH ? fail('too-long') : ok(name)
}

/**
 * A name as a volunteer may see it, counted in code points: 张*, 张*丰, 欧**月; 阿***·*** with dots; K*** M*** J*** with spaces.
 * At most `maxBytes` (≥ 1) of UTF-8 in NFC: later parts are dropped where they do not fit. Never empty: `*` where nothing can be shown.
 */
export function maskName(name: string, { maxBytes = LABEL_BYTES }: { readonly maxBytes?: number } = {}): string {
  const [first, ...others] = name.normalize('NFC').split(DOTS).filter(hasLetter)
  if (first === undefined) return '*'
  // After a dot stands the father's or the family's name: the first part is enough to recognise somebody by.
  const pieces = [...(others.length === 0 ? maskPart(first) : maskLongPart(first)), ...others.map(() => `·${HIDDEN}`)]
  return fit(pieces, maxBytes)
}

/** The masked words of a part, each but the first with the space before it. */
function maskPart(part: string): string[] {
  const letters = lettersOf(part)
  // A space inside a Chinese name is mere layout.
  return SYLLABIC.test(letters) ? [maskSyllables([...letters])] : maskLongPart(part)
}

function maskLongPart(part: string): string[] {
  const letters = lettersOf(part)
  const words = SYLLABIC.test(letters) ? [letters] : part.split(/[\p{Z}\s]+/u).filter(hasLetter)
  return words.map((word, index) => (index === 0 ? '' : ' ') + initialOf(word) + HIDDEN)
}

function maskSyllables(chars: readonly string[]): string {
  const [first = '*', ...rest] = chars
  if (rest.length < 2) return `${first}*`
  return first + HIDDEN.slice(0, rest.length - 1) + rest.at(-1)
}

/** As many pieces as fit, at least an asterisk. */
function fit(pieces: readonly string[], maxBytes: number): string {
  const encoder = new TextEncoder()
  for (let count = pieces.length; count > 0; count--) {
    const text = pieces.slice(0, count).join('').normalize('NFC')
    if (encoder.encode(text).length <= maxBytes) return text
  }
  return '*'
}

const hasLetter = (text: string): boolean => lettersOf(text) !== ''
const initialOf = (word: string): string => [...lettersOf(word)][0] ?? '*'
const lettersOf = (text: string): string => text.replace(WEIGHTLESS, '').replace(NO_LETTER, '').normalize('NFC')
