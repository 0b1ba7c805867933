import { epochSeconds } from '../../shared/time.ts'
import { P256_ORDER, toBytes, toNumber } from '../../test/support/deterministic-es256.ts'
import { AT, forged, genuine, START, untrusted, vector } from './outcomes.ts'
import { passOf, tokenOf } from './raw-pass.ts'

const END = START + 336 * 3600
const SKEW = 300

const times = (
  [
    ['as it begins', START, []],
    ['a second before it begins', START - 1, []],
    ['5 minutes before it begins', START - SKEW, []],
    ['5 minutes and a second before it begins', START - SKEW - 1, ['NOT_YET']],
    ['half a day before it begins', START - 43_200, ['NOT_YET']],
    ['in its last second', END - 1, []],
    ['as it ends', END, []],
    ['a second before 5 minutes after it ends', END + SKEW - 1, []],
    ['5 minutes after it ends', END + SKEW, ['EXPIRED']],
    ['a month after it ends', END + 30 * 86_400, ['EXPIRED']]
  ] as const
).map(([name, at, findings]) => vector(`time: ${name}`, passOf(), genuine(...findings), { at: epochSeconds(at) }))

const shortest = (
  [
    ['5 minutes after its end', START + 3600 + SKEW, ['EXPIRED']],
    ['a second earlier', START + 3600 + SKEW - 1, []]
  ] as const
).map(([name, at, findings]) =>
  vector(`time: one hour, ${name}`, passOf({ length: 1 }), genuine(...findings), { at: epochSeconds(at) })
)

const keys = [
  vector('key: unknown', passOf({}, { key: 'stranger' }), untrusted),
  vector('key: of another realm', passOf({}, { key: 'neighbour' }), untrusted),
  vector("key: the other realm's bundle does not know ours", passOf(), untrusted, { keys: 'other-realm' }),
  vector('key: the other realm takes its own', passOf({}, { key: 'neighbour' }), genuine(), { keys: 'other-realm' }),
  vector('key: a bundle without keys', passOf(), untrusted, { keys: 'empty' }),
  vector('key: withdrawn', passOf({}, { key: 'withdrawn' }), untrusted),
  vector('key: in its last second', passOf({}, { key: 'nearly-ended' }), genuine()),
  vector('key: a second later', passOf({}, { key: 'ended' }), untrusted),
  vector('key: in its first second', passOf({}, { key: 'just-begun' }), genuine()),
  vector('key: a second earlier', passOf({}, { key: 'not-begun' }), untrusted),
  vector('key: for this kind', passOf({ kind: 2 }, { key: 'work-only' }), genuine()),
  vector('key: for another kind', passOf({ kind: 1 }, { key: 'work-only' }), untrusted),
  vector('key: for this site', passOf({}, { key: 'site-7-only' }), genuine()),
  vector('key: for another site', passOf({ site: 8 }, { key: 'site-7-only' }), untrusted),
  vector('key: for one site does not sign for all', passOf({ site: 0 }, { key: 'site-7-only' }), untrusted),
  vector('key: withdrawn and forged is named by its key', passOf({}, { key: 'withdrawn', signer: 'stranger' }), untrusted),
  vector('key: unknown and expired tells nothing of the time', passOf({ start: 0 }, { key: 'stranger' }), untrusted)
]

const true64 = tokenOf().subarray(-64)
const [r, s] = [true64.subarray(0, 32), true64.subarray(32)]
const zero = Buffer.alloc(32)
const order = toBytes(P256_ORDER)
const signed = (signature: Buffer): string => passOf({}, { signature })

const signatures = [
  vector('signature: by a stranger in the name of the issuer', passOf({}, { signer: 'stranger' }), forged),
  vector('signature: by another key of the realm', passOf({}, { signer: 'work-only' }), forged),
  vector('signature: of another pass', passOf({ serial: 1 }, { signature: Buffer.from(true64) }), forged),
  vector('signature: all zero', signed(Buffer.alloc(64)), forged),
  vector('signature: all ones', signed(Buffer.alloc(64, 255)), forged),
  vector('signature: r = 0', signed(Buffer.concat([zero, s])), forged),
  vector('signature: s = 0', signed(Buffer.concat([r, zero])), forged),
  vector('signature: r = n', signed(Buffer.concat([order, s])), forged),
  vector('signature: s = n', signed(Buffer.concat([r, order])), forged),
  vector('signature: r and s exchanged', signed(Buffer.concat([s, r])), forged),
  vector(
    'signature: n − s in place of s, the other form that ECDSA has of every signature',
    signed(Buffer.concat([r, toBytes(P256_ORDER - toNumber(s))])),
    genuine()
  ),
  vector('signature: forged and expired tells nothing of the time', passOf({ start: 0 }, { signer: 'stranger' }), forged),
  vector('signature: forged and revoked tells nothing of the status', passOf({}, { signer: 'stranger' }), forged, {
    status: [[123_456, 'revoked']]
  })
]

const status = [
  vector('status: valid', passOf(), genuine(), { status: [[123_456, 'valid']] }),
  vector('status: revoked', passOf(), genuine('REVOKED'), { status: [[123_456, 'revoked']] }),
  vector('status: held', passOf(), genuine('HELD'), { status: [[123_456, 'held']] }),
  vector('status: superseded', passOf(), genuine('SUPERSEDED'), { status: [[123_456, 'superseded']] }),
  vector('status: the neighbours in the byte are revoked', passOf(), genuine(), {
    status: [
      [123_455, 'revoked'],
      [123_457, 'revoked']
    ]
  }),
  vector('status: behind the end of the list', passOf(), genuine(), { status: [[5, 'revoked']] }),
  vector('status: the same index of another list is revoked', passOf(), genuine(), {
    status: [
      [131_072 + 123_456, 'revoked'],
      [0, 'valid']
    ]
  }),
  vector('status: only another list is at hand', passOf(), genuine(), { status: [[131_072 + 123_456, 'revoked']] }),
  vector('status: first serial of the second list', passOf({ serial: 131_072 }), genuine('HELD'), {
    status: [[131_072, 'held']]
  }),
  vector('status: last serial of all', passOf({ serial: 0xffffff }), genuine('REVOKED'), { status: [[0xffffff, 'revoked']] }),
  vector('status: revoked and expired, in this order', passOf({ start: 0 }), genuine('REVOKED', 'EXPIRED'), {
    status: [[123_456, 'revoked']]
  }),
  vector('status: held and not begun, in this order', passOf(), genuine('HELD', 'NOT_YET'), {
    at: epochSeconds(START - 3600),
    status: [[123_456, 'held']]
  }),
  vector('status: revoked, of a withdrawn key', passOf({}, { key: 'withdrawn' }), untrusted, {
    at: AT,
    status: [[123_456, 'revoked']]
  })
]

export const trustVectors = [...times, ...shortest, ...keys, ...signatures, ...status]
