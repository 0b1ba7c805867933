import { pinyin } from 'pinyin-pro'

const HAN = /^\p{sc=Han}$/u

/**
 * Syllables of a Chinese name without tones, ü as v: 吕布 → lv, bu. The surname is read as a surname (单 shan, 曾 zeng).
 * null where the name has a character that is no Chinese one or has no reading.
 */
export function syllablesOf(name: string): string[] | null {
  const characters = [...name].filter(character => HAN.test(character))
  if (characters.length === 0 || characters.length !== [...name.replace(/[·\s]/gu, '')].length) return null
  const syllables = pinyin(characters.join(''), { toneType: 'none', type: 'array', surname: 'head', v: true })
  return syllables.every(syllable => /^[a-z]+$/.test(syllable)) ? syllables : null
}

/** As staff type a name in letters: chenxiaoming, chenxiao, cxm, chenxm. */
export function spellingsOf(syllables: readonly string[]): string[] {
  const initials = syllables.map(syllable => syllable.charAt(0)).join('')
  return [syllables.join(''), syllables.slice(0, 2).join(''), initials, (syllables[0] ?? '') + initials.slice(1)]
}
