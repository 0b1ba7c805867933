import { fail, ok, type Result } from '../result.ts'

/** Characters of QR's alphanumeric set that no phone, link or chat mangles (no space, %, +, /). */
export const BASE41_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$*-.:'

export type Base41Failure = 'alphabet' | 'length' | 'overflow'

const BASE = 41
const NOT_IN_ALPHABET = 255
const VALUES = new Uint8Array(128).fill(NOT_IN_ALPHABET)
for (let value = 0; value < BASE; value++) VALUES[BASE41_ALPHABET.charCodeAt(value)] = value

/** Two bytes become three characters, a last single byte two; least significant character first. */
export function encodeBase41(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    const n = 256 * (bytes[i] as number) + (bytes[i + 1] as number)
    text += char(n % BASE) + char(Math.floor(n / BASE) % BASE) + char(Math.floor(n / (BASE * BASE)))
  }
  if (bytes.length % 2 === 1) {
    const last = bytes[bytes.length - 1] as number
    text += char(last % BASE) + char(Math.floor(last / BASE))
  }
  return text
}

/** Strict inverse of {@link encodeBase41}: one text for every byte string, everything else is refused. */
export function decodeBase41(text: string): Result<Uint8Array, Base41Failure> {
  if (text.length % 3 === 1) return fail('length')
  const bytes = new Uint8Array(Math.floor(text.length / 3) * 2 + (text.length % 3 === 2 ? 1 : 0))
  let at = 0
  for (let i = 0; i < text.length; i += 3) {
    const isPair = i + 3 > text.length
    const c0 = valueAt(text, i)
    const c1 = valueAt(text, i + 1)
    const c2 = isPair ? 0 : valueAt(text, i + 2)
    if (c0 === NOT_IN_ALPHABET || c1 === NOT_IN_ALPHABET || c2 === NOT_IN_ALPHABET) return fail('alphabet')
    const n = c0 + BASE * c1 + BASE * BASE * c2
    if (n > (isPair ? 0xff : 0xffff)) return fail('overflow')
    if (!isPair) bytes[at++] = n >> 8
    bytes[at++] = n & 255
  }
  return ok(bytes)
}

const char = (value: number): string => BASE41_ALPHABET.charAt(value)

const valueAt = (text: string, index: number): number => VALUES[text.charCodeAt(index)] ?? NOT_IN_ALPHABET
