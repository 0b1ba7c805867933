import { concatBytes } from '../bytes.ts'
import { plainName } from '../register/plain-name.ts'
import { decodePayload, encodePayload, type PassContent } from '../pass/payload.ts'

/** What a volunteer may see of somebody without a code (docs/protocol.md, "Roster"): nothing else is in a record. */
export type RosterRecord = { readonly pass: PassContent; readonly building: string }

/**
 * PBKDF2-HMAC-SHA-256. Measured in Chromium: 55–90 ms on a desk computer, so at most 365 ms on a phone that is four times
 * slower; every guess of a thief costs as much.
 */
export const ROSTER_ITERATIONS = 200_000

/** A pass is at most 53 bytes; a building of five characters fits beside it, and with the usual short name one of 14. */
export const PLAIN_BYTES = 72
export const TAG_BYTES = 2
export const NONCE_BYTES = 12
/** Tag ‖ nonce ‖ AES-256-GCM of the plain bytes with its 16 bytes of authentication: all records are of one size. */
export const RECORD_BYTES = TAG_BYTES + NONCE_BYTES + PLAIN_BYTES + 16
/** By the upper six bits of the tag, so that a change costs a phone one part of 64. */
export const CHUNKS = 64
/** A chunk holds a multiple of this, and at least one decoy: its length tells no number of people. */
export const CHUNK_STEP = 16

export const chunkOf = (tagHigh: number): number => tagHigh >> 2

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** What a person tells of themselves. Numbers are normalised as shared/identity does; the name is as it is spoken or written. */
export type RosterClaim =
  | { readonly kind: 'document'; readonly number: string }
  | { readonly kind: 'phone'; readonly number: string; readonly name: string }

/** What the slow key is made of: one lock a claim, each opens a record of its own. */
export const claimSecret = (claim: RosterClaim): Uint8Array<ArrayBuffer> =>
  encoder.encode(claim.kind === 'document' ? `document\n${claim.number}` : `phone\n${claim.number}\n${plainName(claim.name)}`)
/** What is hashed under the site's pepper to make the salt. */
export const saltText = (site: number): Uint8Array<ArrayBuffer> => encoder.encode(`checkpoint-roster-1\n${site}`)
/** Uses of the slow key, each a key of its own: HMAC-SHA-256(slow key, use). */
export const KEY_USES = { tag: encoder.encode('tag'), record: encoder.encode('record'), nonce: encoder.encode('nonce') } as const

/** Length ‖ pass payload ‖ length ‖ building, zeros behind. A building that does not fit is cut at a whole character. */
export function encodeRecord({ pass, building }: RosterRecord): Uint8Array<ArrayBuffer> {
  const payload = encodePayload({ ...pass, documentTail: null })
  const room = PLAIN_BYTES - payload.length - 2
  const place = cut(building, room)
  const head = concatBytes(Uint8Array.of(payload.length), payload, Uint8Array.of(place.length), place)
  return concatBytes(head, new Uint8Array(PLAIN_BYTES - head.length))
}

/** null: not a record of this format. */
export function decodeRecord(bytes: Uint8Array): RosterRecord | null {
  if (bytes.length !== PLAIN_BYTES) return null
  const length = bytes[0] ?? 0
  const pass = decodePayload(bytes.subarray(1, 1 + length))
  const placeAt = 2 + length
  if (!pass.ok || placeAt > PLAIN_BYTES) return null
  return { pass: pass.value, building: decoder.decode(bytes.subarray(placeAt, placeAt + (bytes[placeAt - 1] ?? 0))) }
}

function cut(text: string, room: number): Uint8Array {
  let kept = ''
  for (const character of text) {
    if (encoder.encode(kept + character).length > room) break
    kept += character
  }
  return encoder.encode(kept)
}
