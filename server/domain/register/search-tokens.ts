import { type Address, addressText } from '../../../shared/register/address.ts'
import { plainName } from '../../../shared/register/plain-name.ts'
import type { Signer } from '../../ports/signer.ts'
import { spellingsOf, syllablesOf } from './pinyin.ts'
import type { PersonData } from './records.ts'

/** 66 bits: two different words of a subdistrict never meet. */
const TOKEN_LENGTH = 11
const PHONE_END = 4

export type TokenKind = 'name' | 'letters' | 'phone' | 'phone-end' | 'plate' | 'room' | 'document' | 'need'
export type Word = `${TokenKind}:${string}`

/** Keyed hash of a word within a community: what a stolen database shows is no name, and differs from community to community. */
export const tokenOf = (signer: Pick<Signer, 'mac'>, community: string, word: Word): string =>
  Buffer.from(signer.mac('index/register', Buffer.from(`${community}|${word}`)))
    .toString('base64url')
    .slice(0, TOKEN_LENGTH)

type Findable = Pick<PersonData, 'name' | 'document' | 'phone'> & Partial<Pick<PersonData, 'needs'>>

/** Everything by which a person is found; a special need by its word, which nobody can type. */
export function personWords({ name, document, phone, needs = [] }: Findable): Word[] {
  const words: Word[] = nameWords(name)
  if (document !== null) words.push(`document:${document.number}`)
  if (phone !== null) words.push(`phone:${phone}`, `phone-end:${phone.slice(-PHONE_END)}`)
  words.push(...needs.map((need): Word => `need:${need}`))
  return words
}

/** A name is found whole, by its first two characters and by what follows the first; a foreign one by each word, too. */
export function nameWords(name: string): Word[] {
  const plain = plainName(name)
  const characters = [...plain]
  const syllables = syllablesOf(name)
  if (syllables !== null) {
    const parts = [plain, characters.slice(0, 2).join(''), ...(characters.length > 2 ? [characters.slice(1).join('')] : [])]
    return [...wordsOf('name', parts), ...wordsOf('letters', spellingsOf(syllables))]
  }
  const single = name.split(/[\s·.,'-]+/u).map(plainName)
  return wordsOf('name', [plain, characters.slice(0, 2).join(''), ...single])
}

export const roomWord = (address: Address): Word => `room:${addressText(address)}`

/** A door is also named without its unit. */
export const addressWords = (address: Address): Word[] => [
  ...new Set<Word>([roomWord(address), roomWord({ ...address, unit: '' })])
]

const wordsOf = (kind: TokenKind, texts: readonly string[]): Word[] => [
  ...new Set(texts.filter(text => text !== '').map((text): Word => `${kind}:${text}`))
]
