/** Punctuation that must not begin a line, and brackets that must not end one (GB/T 15834). */
const NEVER_FIRST = /^[\s,.;:!?)\]}%*·…—、。，．；：！？）】》」』”’-]/u
const NEVER_LAST = /[([{（【《「『“‘]$/u
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** The characters as a reader counts them: a letter with its marks is one. */
export const splitGraphemes = (text: string): string[] => Array.from(graphemes.segment(text), part => part.segment)

/**
 * The pieces of a text between which a line may end: before and after every wide character, and after spaces and hyphens.
 * A space stays at the end of its piece.
 */
export function splitAtBreaks(text: string): string[] {
  const pieces: string[] = []
  for (const grapheme of splitGraphemes(text)) {
    const last = pieces.at(-1)
    if (last === undefined || mayBreak(last, grapheme)) pieces.push(grapheme)
    else pieces[pieces.length - 1] = last + grapheme
  }
  return pieces
}

function mayBreak(before: string, after: string): boolean {
  if (NEVER_FIRST.test(after) || NEVER_LAST.test(before)) return false
  return /[\s-]$/u.test(before) || WIDE.test(after) || WIDE.test(before.slice(-2))
}
