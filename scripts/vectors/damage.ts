import type { Expectation } from '../../test/support/pass-vectors.ts'
import { forged, unreadable, untrusted, vector } from './outcomes.ts'
import { base41Of, payloadOf, textOf, tokenOf } from './raw-pass.ts'

/** An ASCII label, so that what becomes of each flipped bit can be said by rule. */
export const FLIPPED = tokenOf({ payload: payloadOf({ label: 'A*B' }) })
const PAYLOAD_AT = 13
const SIGNATURE_AT = FLIPPED.length - 64

export function withBitFlipped(token: Buffer, bit: number): Buffer {
  const flipped = Buffer.from(token)
  flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
  return flipped
}

/** What a token has to be taken for when this bit of {@link FLIPPED} is the other way round. */
export function flipOutcome(bit: number): Expectation {
  const [at, mask] = [bit >> 3, 1 << (bit & 7)]
  if (at >= SIGNATURE_AT) return forged
  if (at >= 7 && at < 11) return untrusted
  if (at < PAYLOAD_AT || at >= SIGNATURE_AT - 2) return unreadable('layout')
  return payloadFlipOutcome(at - PAYLOAD_AT, mask, FLIPPED.readUInt8(at) ^ mask)
}

function payloadFlipOutcome(at: number, mask: number, value: number): Expectation {
  if (at === 0 && mask > 8) return unreadable('version')
  if (at === 0 && (mask === 1 || mask === 8)) return unreadable('kind') // 0 and 9
  if (at === 0 && mask === 2) return unreadable('label-characters') // a vehicle, whose label begins with the tail's bytes
  if (at === 7 && mask > 32) return unreadable('flags')
  if (at === 11 && mask > 32) return unreadable('document-tail')
  if (at >= 13 && mask === 128) return unreadable('label-utf8')
  if (at >= 13 && value < 32) return unreadable('label-characters')
  return forged
}

/** Every sixth bit; the test flips all of them. */
const flips = Array.from({ length: Math.ceil((FLIPPED.length * 8) / 6) }, (_, i) => 6 * i).map(bit =>
  vector(`bit ${bit & 7} of byte ${bit >> 3} flipped`, textOf(withBitFlipped(FLIPPED, bit)), flipOutcome(bit))
)

const WHOLE = textOf(FLIPPED)
const BODY = WHOLE.slice(4)
const SYMBOLS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$*-.:'

function truncationOutcome(length: number): Expectation {
  if (length < 4) return unreadable('prefix')
  if ((length - 4) % 3 === 1) return unreadable('length')
  const pair = WHOLE.slice(length - 2, length)
  const isTooMuch = SYMBOLS.indexOf(pair.charAt(0)) + 41 * SYMBOLS.indexOf(pair.charAt(1)) > 255
  return unreadable((length - 4) % 3 === 2 && isTooMuch ? 'overflow' : 'layout')
}

const truncations = [0, 1, 3, 4, 5, 6, 7, 10, 13, 19, 20, 21, 22, 23, 24, 25, 50, 51, 52, 70, 85, 100, 115, 130].concat(
  [141, 142, 143, 144, 145, 146].filter(length => length < WHOLE.length)
)
const cut = truncations.map(length =>
  vector(`the first ${length} characters of ${WHOLE.length}`, WHOLE.slice(0, length), truncationOutcome(length))
)
const behead = [1, 4, 7].map(count => vector(`without the first ${count} characters`, WHOLE.slice(count), unreadable('prefix')))

const body = (name: string, text: string, failure: Parameters<typeof unreadable>[0]) =>
  vector(`base41: ${name}`, `CP1:${text}`, unreadable(failure))

const base41 = [
  body('lower case', BODY.toLowerCase(), 'alphabet'),
  body('a space within', `${BODY.slice(0, 70)} ${BODY.slice(70)}`, 'alphabet'),
  body('a line break within', `${BODY.slice(0, 70)}\n${BODY.slice(70)}`, 'alphabet'),
  ...[' ', '%', '+', '/', '=', '_', '\u0000', 'é', 'Ａ', '\uffff'].map(character =>
    body(`${JSON.stringify(character)} in place of a character`, `${BODY.slice(0, 70)}${character}${BODY.slice(71)}`, 'alphabet')
  ),
  body('a character more', `${BODY}00`, 'length'),
  body('a triplet of 65536', `I:-${BODY.slice(3)}`, 'overflow'),
  body('a triplet of 65535', `H:-${BODY.slice(3)}`, 'layout'),
  body('the highest triplet', `:::${BODY.slice(3)}`, 'overflow'),
  body('a last pair of 256', `${BODY.slice(0, -2)}A6`, 'overflow'),
  vector('base41: a last pair of 255', `CP1:${BODY.slice(0, -2)}96`, forged),
  body('the highest last pair', `${BODY.slice(0, -2)}::`, 'overflow'),
  body('a byte more', base41Of(Buffer.concat([FLIPPED, Buffer.of(0)])), 'layout'),
  body('a byte before', base41Of(Buffer.concat([Buffer.of(0), FLIPPED])), 'layout')
]

export const damageVectors = [...flips, ...cut, ...behead, ...base41]
