import { signDeterministically } from '../../test/support/deterministic-es256.ts'
import { testKey } from '../../test/support/pass-factory.ts'

// Builds texts byte by byte, well-formed or not, without the codec that the vectors are to judge.

export type Fields = {
  version: number
  kind: number
  serial: number
  start: number
  /** Bits 15 and 14 are flags, the rest is the length in hours. */
  length: number
  site: number
  /** null: the kind has no such field. */
  tail: number | null
  label: string | Buffer
}

export const SAMPLE: Fields = {
  version: 1,
  kind: 1,
  serial: 123_456,
  start: 54_720,
  length: 336,
  site: 7,
  tail: 1 * 11 + 10,
  label: '陈*明'
}

export function payloadOf(fields: Partial<Fields> = {}): Buffer {
  const { version, kind, serial, start, length, site, tail, label } = { ...SAMPLE, ...fields }
  const head = Buffer.alloc(11)
  head.writeUInt8(version * 16 + kind, 0)
  head.writeUIntBE(serial, 1, 3)
  head.writeUIntBE(start, 4, 3)
  head.writeUInt16BE(length, 7)
  head.writeUInt16BE(site, 9)
  const tailBytes = tail === null ? Buffer.alloc(0) : Buffer.of(tail >> 8, tail & 255)
  return Buffer.concat([head, tailBytes, Buffer.from(label)])
}

export type Parts = {
  payload: Buffer
  /** Whose name stands in the header, and who signs. */
  key: string
  signer: string
  /** Hexadecimal; `{kid}` stands for the eight digits of the key. */
  head: string
  protectedHeader: string
  unprotected: string
  payloadHead: string
  signatureHead: string
  signature: Buffer
  after: string
}

const shortestHead = (length: number): string =>
  length < 24 ? (0x40 + length).toString(16) : `58${length.toString(16).padStart(2, '0')}`

export const PROTECTED = 'a201260444{kid}'

/** The token; a signature that is not given is a true one over the Sig_structure of what stands there. */
export function tokenOf(parts: Partial<Parts> = {}): Buffer {
  const payload = parts.payload ?? payloadOf()
  const key = parts.key ?? 'issuer'
  const hex = (text: string): Buffer => Buffer.from(text.replaceAll('{kid}', testKey(key).keyId).replaceAll(' ', ''), 'hex')
  const header = hex(parts.protectedHeader ?? PROTECTED)
  const headerString = Buffer.concat([hex(shortestHead(header.length)), header])
  const toSign = Buffer.concat([hex('846a5369676e617475726531'), headerString, hex(`40${shortestHead(payload.length)}`), payload])
  const signature = parts.signature ?? signDeterministically(testKey(parts.signer ?? key).secret, toSign)
  return Buffer.concat([
    hex(parts.head ?? '84'),
    headerString,
    hex(parts.unprotected ?? 'a0'),
    hex(parts.payloadHead ?? shortestHead(payload.length)),
    payload,
    hex(parts.signatureHead ?? '5840'),
    signature,
    hex(parts.after ?? '')
  ])
}

const ALPHABET = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$*-.:']

export function base41Of(bytes: Buffer): string {
  const digits = (number: number, count: number): string[] =>
    Array.from({ length: count }, (_, place) => ALPHABET[Math.floor(number / 41 ** place) % 41] ?? '')
  const pairs = Array.from({ length: Math.ceil(bytes.length / 2) }, (_, i) => bytes.subarray(2 * i, 2 * i + 2))
  return pairs.flatMap(pair => digits(pair.readUIntBE(0, pair.length), pair.length + 1)).join('')
}

export const textOf = (token: Buffer): string => `CP1:${base41Of(token)}`
export const passOf = (fields: Partial<Fields> = {}, parts: Partial<Parts> = {}): string =>
  textOf(tokenOf({ payload: payloadOf(fields), ...parts }))
