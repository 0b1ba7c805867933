import { fail, ok, type Result } from '../result.ts'

export type NameFailure = 'empty' | 'too-long' | 'characters'

const MAX_CODE_POINTS = 60
const NOT_IN_A_NAME = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u2028\u2029\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u
const encoder = new TextEncoder()

/** A clear name: NFC, single spaces, no controls, at most 60 characters. */
export function parseName(raw: string): Result<string, NameFailure> {
  if (raw.length > 4 * MAX_CODE_POINTS) return fail('too-long')
  const name = raw.normalize('NFC').trim().replace(/ {2,}/g, ' ')
  if (name === '') return fail('empty')
  if (NOT_IN_A_NAME.test(name)) return fail('characters')
  return [...name].length > MAX_CODE_POINTS ? fail('too-long') : ok(name)
}

/**
 * What a stranger may see of a name, by Unicode characters: 张*, 张*丰, 欧**月; each part of a name with a dot or of a Latin
 * name keeps its first letter (阿***·***, K*** M***). Never longer than `maxBytes` of UTF-8.
 */
export function maskName(name: string, { maxBytes = 40 }: { maxBytes?: number } = {}): string {
  const masked = name.includes('·')
    ? maskParts(name, '·', false)
    : /\p{Script=Latin}/u.test(name)
      ? maskParts(name, ' ', true)
      : maskHan(name)
  return fit(masked.normalize('NFC'), maxBytes)
}

function maskHan(name: string): string {
  const characters = [...name.replaceAll(' ', '')]
  const [first = '', ...rest] = characters
  if (rest.length === 0) return `${first}*`
  if (rest.length === 1) return `${first}*`
  return first + '*'.repeat(rest.length - 1) + rest.at(-1)
}

/** The first part shows its first character; further ones do so only where each part is a name of its own. */
function maskParts(name: string, separator: string, showsEach: boolean): string {
  const parts = name.split(separator).filter(part => part !== '')
  return parts.map((part, index) => (index === 0 || showsEach ? `${[...part][0]}***` : '***')).join(separator)
}

function fit(masked: string, maxBytes: number): string {
  const kept: string[] = []
  let bytes = 0
  for (const character of masked) {
    bytes += encoder.encode(character).length
    if (bytes > maxBytes) break
    kept.push(character)
  }
  return kept.join('').trim()
}
