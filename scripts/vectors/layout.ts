import { derOf } from './der.ts'
import { genuine, unreadable, vector } from './outcomes.ts'
import { type Parts, PROTECTED, payloadOf, textOf, tokenOf } from './raw-pass.ts'

// Every one is signed by the issuer over what stands in it: only its form is wrong.

const token = tokenOf()
const signature = token.subarray(-64)
const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex')
const spliced = (at: number, removed: number, hex: string): Buffer =>
  Buffer.concat([token.subarray(0, at), bytes(hex), token.subarray(at + removed)])

const parts: readonly (readonly [name: string, parts: Partial<Parts>])[] = [
  ['with tag 18', { head: 'd284' }],
  ['with tag 98', { head: 'd86284' }],
  ['array of indefinite length', { head: '9f', after: 'ff' }],
  ['array head of two bytes', { head: '9804' }],
  ['array of three', { head: '83' }],
  ['array of five', { head: '85', after: 'f6' }],
  ['header without a key identifier', { protectedHeader: 'a10126' }],
  ['header with a content type', { protectedHeader: 'a301260300 0444{kid}' }],
  ['header in another order', { protectedHeader: 'a20444{kid} 0126' }],
  ['header of indefinite length', { protectedHeader: 'bf01260444{kid} ff' }],
  ['header with a long label', { protectedHeader: 'a2180126 0444{kid}' }],
  ['header with a repeated algorithm', { protectedHeader: 'a301260126 0444{kid}' }],
  ['algorithm ES384', { protectedHeader: 'a201382204 44{kid}' }],
  ['algorithm EdDSA', { protectedHeader: 'a201270444{kid}' }],
  ['algorithm HMAC 256', { protectedHeader: 'a201050444{kid}' }],
  ['key identifier of three bytes', { protectedHeader: 'a201260443010203' }],
  ['key identifier of five bytes', { protectedHeader: 'a201260445{kid}00' }],
  ['key identifier as text', { protectedHeader: 'a20126046431323334' }],
  ['empty header', { protectedHeader: '' }],
  ['unprotected header with the key identifier', { unprotected: 'a10444{kid}' }],
  ['unprotected header with a certificate chain', { unprotected: 'a1182180' }],
  ['unprotected header with a head of two bytes', { unprotected: 'b800' }],
  ['unprotected header of indefinite length', { unprotected: 'bfff' }],
  ['unprotected header null', { unprotected: 'f6' }],
  ['key identifier unprotected only', { protectedHeader: 'a10126', unprotected: 'a10444{kid}' }],
  ['20-byte payload with a head of two bytes', { payloadHead: '5814' }],
  ['20-byte payload with a head of three bytes', { payloadHead: '590014' }],
  ['20-byte payload with a head of five bytes', { payloadHead: '5a00000014' }],
  ['20-byte payload with a head of nine bytes', { payloadHead: '5b0000000000000014' }],
  ['payload in pieces', { payloadHead: '5f54', signatureHead: 'ff5840' }],
  ['payload as text', { payloadHead: '74' }],
  ['payload with a tag', { payloadHead: 'd81854' }],
  ['payload shorter than its head says', { payloadHead: '55' }],
  ['payload longer than its head says', { payloadHead: '53' }],
  ['detached payload', { payload: Buffer.alloc(0), payloadHead: 'f6' }],
  ['empty payload', { payload: Buffer.alloc(0) }],
  ['23-byte payload with a head of two bytes', { payload: payloadOf({ label: 'A'.repeat(10) }), payloadHead: '5817' }],
  ['23-byte payload with a byte between it and its head', { payload: payloadOf({ label: 'A'.repeat(10) }), payloadHead: '5700' }],
  ['23-byte payload with its head twice', { payload: payloadOf({ label: 'A'.repeat(10) }), payloadHead: '5757' }],
  ['23-byte payload with a byte behind it', { payload: payloadOf({ label: 'A'.repeat(10) }), signatureHead: '005840' }],
  ['24-byte payload with a head of one byte', { payload: payloadOf({ label: 'A'.repeat(11) }), payloadHead: '58' }],
  ['24-byte payload with a head of three bytes', { payload: payloadOf({ label: 'A'.repeat(11) }), payloadHead: '590018' }],
  ['signature with a head of three bytes', { signatureHead: '590040' }],
  ['signature in pieces', { signatureHead: '5f5840', after: 'ff' }],
  ['signature as text', { signatureHead: '7840' }],
  ['signature of 63 bytes', { signatureHead: '583f', signature: signature.subarray(0, 63) }],
  ['signature of 65 bytes', { signatureHead: '5841', signature: Buffer.concat([bytes('00'), signature]) }],
  ['signature in DER', { signatureHead: `58${derOf(signature).length.toString(16)}`, signature: derOf(signature) }],
  ['no signature', { signatureHead: '40', signature: Buffer.alloc(0) }],
  ['a byte behind', { after: '00' }],
  ['a second item behind', { after: 'f6' }]
]

const spoiled = [
  vector('layout: header string with a head of two bytes', textOf(spliced(1, 1, '5809')), unreadable('layout')),
  vector('layout: header as a map instead of a string', textOf(spliced(1, 1, '')), unreadable('layout')),
  vector('layout: nothing but zeros', textOf(Buffer.alloc(100)), unreadable('layout')),
  vector('layout: one byte', textOf(bytes('84')), unreadable('layout')),
  vector('layout: the token twice', textOf(Buffer.concat([token, token])), unreadable('too-long')),
  vector('layout: payload of 97 bytes', textOf(tokenOf({ payload: Buffer.alloc(97, 17) })), unreadable('too-long')),
  vector('layout: payload of one byte', textOf(tokenOf({ payload: bytes('11') })), unreadable('payload-length')),
  vector(
    'layout: payload of 11 bytes, a vehicle',
    textOf(tokenOf({ payload: payloadOf({ kind: 3, tail: null, label: '' }) })),
    unreadable('payload-length')
  ),
  vector('layout: header as it must be', textOf(tokenOf({ protectedHeader: PROTECTED })), genuine())
]

export const layoutVectors = [
  ...parts.map(([name, change]) => vector(`layout: ${name}`, textOf(tokenOf(change)), unreadable('layout'))),
  ...spoiled
]
