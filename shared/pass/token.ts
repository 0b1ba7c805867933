import { concatBytes } from '../bytes.ts'
import { fail, ok, type Result } from '../result.ts'

/** The parts of an untagged COSE_Sign1 (RFC 9052 §4.2) in the one byte layout that a pass may have. */
export type Token = {
  /** First four bytes of the key's RFC 7638 SHA-256 thumbprint. */
  readonly keyId: Uint8Array
  readonly payload: Uint8Array
  /** ECDSA P-256, r‖s. */
  readonly signature: Uint8Array
}

export type TokenFailure = 'layout'

const KEY_ID_BYTES = 4
const SIGNATURE_BYTES = 64
/** Longest payload: 13 bytes of fields, 40 of label, rounded up to the format's own bound. */
export const MAX_PAYLOAD_BYTES = 96
/** array(4), bstr(9): {1: -7 (ES256), 4: bstr(4)} up to where the key identifier begins. */
const HEAD = Uint8Array.of(0x84, 0x49, 0xa2, 0x01, 0x26, 0x04, 0x44)
/** bstr(9) and the nine bytes of the protected header lie behind the array's head. */
const PROTECTED_FROM = 2
const EMPTY_MAP = 0xa0
const SIGNATURE_HEAD = Uint8Array.of(0x58, SIGNATURE_BYTES)
/** array(4) "Signature1", as RFC 9052 §4.4 begins the bytes to be signed. */
const SIGNATURE1 = Uint8Array.of(0x84, 0x6a, 0x53, 0x69, 0x67, 0x6e, 0x61, 0x74, 0x75, 0x72, 0x65, 0x31)
const PROTECTED_HEAD = 0x49
const EMPTY_BSTR = 0x40

export function encodeToken({ keyId, payload, signature }: Token): Uint8Array<ArrayBuffer> {
  if (keyId.length !== KEY_ID_BYTES || signature.length !== SIGNATURE_BYTES)
    throw new RangeError('token: key id or signature of a wrong length')
  return concatBytes(HEAD, keyId, Uint8Array.of(EMPTY_MAP), byteStringHead(payload.length), payload, SIGNATURE_HEAD, signature)
}

/** Refuses, before any cryptography, every byte string that {@link encodeToken} would not have made. */
export function decodeToken(bytes: Uint8Array): Result<Token, TokenFailure> {
  const mapAt = HEAD.length + KEY_ID_BYTES
  if (!startsWith(bytes, 0, HEAD) || bytes[mapAt] !== EMPTY_MAP) return fail('layout')
  const payloadLength = bytes.length - mapAt - 1 - SIGNATURE_HEAD.length - SIGNATURE_BYTES
  const headBytes = payloadLength > 24 ? 2 : 1
  const length = payloadLength - headBytes
  if (length < 1 || length > MAX_PAYLOAD_BYTES) return fail('layout')
  const payloadAt = mapAt + 1 + headBytes
  const head = byteStringHead(length)
  // Of 25 bytes neither form of the head is the right one: a byte would lie between head and payload that nothing signs.
  if (head.length !== headBytes || !startsWith(bytes, mapAt + 1, head)) return fail('layout')
  if (!startsWith(bytes, payloadAt + length, SIGNATURE_HEAD)) return fail('layout')
  return ok({
    keyId: bytes.subarray(HEAD.length, mapAt),
    payload: bytes.subarray(payloadAt, payloadAt + length),
    signature: bytes.subarray(payloadAt + length + SIGNATURE_HEAD.length)
  })
}

/** What ES256 signs: CBOR ["Signature1", protected, h'', payload] (RFC 9052 §4.4). */
export function bytesToSign(keyId: Uint8Array, payload: Uint8Array): Uint8Array<ArrayBuffer> {
  const protectedHeader = HEAD.subarray(PROTECTED_FROM)
  return concatBytes(
    SIGNATURE1,
    Uint8Array.of(PROTECTED_HEAD),
    protectedHeader,
    keyId,
    Uint8Array.of(EMPTY_BSTR),
    byteStringHead(payload.length),
    payload
  )
}

/** Shortest form only: 0x40+n up to 23 bytes, else 58 n. */
const byteStringHead = (length: number): Uint8Array => (length <= 23 ? Uint8Array.of(0x40 + length) : Uint8Array.of(0x58, length))

const startsWith = (bytes: Uint8Array, at: number, part: Uint8Array): boolean =>
  part.every((byte, index) => bytes[at + index] === byte)
