import { decodeBase41, encodeBase41 } from '../../shared/pass/base41.ts'
import { PREFIX } from '../../shared/pass/codec.ts'
import type { Random } from '../support/frames/random.ts'

/** One way to spoil a text. */
export type Mutation = (texts: readonly string[], random: Random) => string

const oneOf = <T>(random: Random, items: readonly T[]): T => items[random.below(items.length)] as T

/** Characters of the format, and such as scanners, keyboards and chats put in their place. */
const CHARACTERS = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$*-.:%+/ az_=\n\u0000\u007fé：漢\ud800\u200b']

const bytesOf = (text: string): Uint8Array => {
  const bytes = decodeBase41(text.slice(PREFIX.length))
  if (!bytes.ok) throw new Error(`the seed text does not decode: ${bytes.failure}`)
  return bytes.value
}

const textOf = (bytes: Uint8Array): string => PREFIX + encodeBase41(bytes)

const flipBits: Mutation = (texts, random) => {
  const bytes = bytesOf(oneOf(random, texts)).slice()
  for (let count = 1 + random.below(3); count > 0; count--) {
    const at = random.below(bytes.length)
    bytes[at] = (bytes[at] as number) ^ (1 << random.below(8))
  }
  return textOf(bytes)
}

/** Where a field of the token begins: array, header, key identifier, map, payload's head, payload and label, signature's head, signature. */
const borders = (length: number): readonly number[] => [
  0,
  1,
  2,
  7,
  11,
  12,
  13,
  14,
  24,
  26,
  length - 66,
  length - 65,
  length - 64,
  length
]

/** Bytes put in, taken out or exchanged: what a length field, a head or a border must notice. */
const editBytes: Mutation = (texts, random) => {
  const bytes = [...bytesOf(oneOf(random, texts))]
  const at = random.next() < 0.5 ? oneOf(random, borders(bytes.length)) : random.below(bytes.length + 1)
  const put = Array.from({ length: random.below(3) }, () => random.below(256))
  bytes.splice(at, random.below(3), ...put)
  return textOf(Uint8Array.from(bytes))
}

const editCharacters: Mutation = (texts, random) => {
  const characters = [...oneOf(random, texts)]
  for (let count = 1 + random.below(3); count > 0; count--) {
    const put = Array.from({ length: random.below(3) }, () => oneOf(random, CHARACTERS))
    characters.splice(random.below(characters.length + 1), random.below(3), ...put)
  }
  return characters.join('')
}

/** The beginning of one pass and the end of another, cut at the same byte or at any. */
const spliceTwo: Mutation = (texts, random) => {
  const [a, b] = [bytesOf(oneOf(random, texts)), bytesOf(oneOf(random, texts))]
  const cut = random.below(a.length)
  const from = random.next() < 0.7 ? Math.max(0, b.length - a.length + cut) : random.below(b.length)
  return textOf(Uint8Array.from([...a.subarray(0, cut), ...b.subarray(from)]))
}

const truncate: Mutation = (texts, random) => {
  const text = oneOf(random, texts)
  return random.next() < 0.5 ? text.slice(0, random.below(text.length)) : text.slice(1 + random.below(text.length))
}

/** Any bytes in a pass's own frame, so that they come as far as payload and signature. */
const fillRandomly: Mutation = (texts, random) => {
  const bytes = bytesOf(oneOf(random, texts)).slice()
  const from = random.below(bytes.length)
  for (let at = from; at < Math.min(bytes.length, from + 1 + random.below(64)); at++) bytes[at] = random.below(256)
  return textOf(bytes)
}

const anything: Mutation = (_texts, random) => {
  const text = Array.from({ length: random.below(300) }, () => oneOf(random, CHARACTERS)).join('')
  return random.next() < 0.8 ? PREFIX + text : text
}

export const MUTATIONS: readonly Mutation[] = [flipBits, editBytes, editCharacters, spliceTwo, truncate, fillRandomly, anything]
