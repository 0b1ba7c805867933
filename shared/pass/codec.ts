import { toHex } from '../bytes.ts'
import { fail, ok, type Result } from '../result.ts'
import { type EpochSeconds, epochSeconds, minuteToSeconds } from '../time.ts'
import { type Base41Failure, decodeBase41, encodeBase41 } from './base41.ts'
import { decodePayload, encodePayload, type PassContent, type PayloadFailure } from './payload.ts'
import { bytesToSign, decodeToken, encodeToken, type TokenFailure } from './token.ts'

/** A pass as it was read: well-formed, its signature not yet checked. */
export type SignedPass = {
  readonly content: PassContent
  /** Eight hexadecimal digits. */
  readonly keyId: string
  /** What the signature covers. */
  readonly signedBytes: Uint8Array
  readonly signature: Uint8Array
}

/** `prefix`: another kind of QR; the rest: damaged, tampered with or made by another version. */
export type DecodeFailure = 'prefix' | 'too-long' | Base41Failure | TokenFailure | PayloadFailure

export const PREFIX = 'CP1:'
/** 80 bytes around a payload of at most 96: 176 bytes of token, in base41 264 characters. Anything longer is no pass. */
const MAX_TEXT_LENGTH = PREFIX.length + 264
/** Room for white space that copying and printing add around the text. */
const MAX_RAW_LENGTH = 2 * MAX_TEXT_LENGTH

/** QR text → pass. Nothing is verified yet: a decodable pass says nothing about being genuine. */
export function decodePass(raw: string): Result<SignedPass, DecodeFailure> {
  if (raw.length > MAX_RAW_LENGTH) return fail(raw.trimStart().startsWith(PREFIX) ? 'too-long' : 'prefix')
  const text = raw.trim()
  if (!text.startsWith(PREFIX)) return fail('prefix')
  if (text.length > MAX_TEXT_LENGTH) return fail('too-long')
  const bytes = decodeBase41(text.slice(PREFIX.length))
  if (!bytes.ok) return bytes
  const token = decodeToken(bytes.value)
  if (!token.ok) return token
  const content = decodePayload(token.value.payload)
  if (!content.ok) return content
  const { keyId, payload, signature } = token.value
  return ok({ content: content.value, keyId: toHex(keyId), signedBytes: bytesToSign(keyId, payload), signature })
}

/** What has to be signed for a pass, and how the signature becomes its QR text. */
export function preparePass(
  content: PassContent,
  keyId: Uint8Array
): { signedBytes: Uint8Array<ArrayBuffer>; seal: (signature: Uint8Array) => string } {
  const payload = encodePayload(content)
  return {
    signedBytes: bytesToSign(keyId, payload),
    seal: signature => PREFIX + encodeBase41(encodeToken({ keyId, payload, signature }))
  }
}

/** First second in which the pass is valid. */
export const startOf = (pass: PassContent): EpochSeconds => minuteToSeconds(pass.start)

/** First second in which it is no longer valid. */
export const endOf = (pass: PassContent): EpochSeconds => epochSeconds(minuteToSeconds(pass.start) + pass.hours * 3600)
