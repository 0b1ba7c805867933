import type { DecodeFailure } from '../../shared/pass/codec.ts'
import { AT, publishedKey, START, trustClaims } from '../../test/support/pass-factory.ts'
import { epochSeconds } from '../../shared/time.ts'
import type { Expectation, PassVector } from '../../test/support/pass-vectors.ts'
import type { Reason } from '../../shared/verify/reasons.ts'

/** What the keys of the vectors may do. Nobody published the key `stranger`. */
export const TRUST = {
  realm: trustClaims([
    publishedKey('issuer'),
    publishedKey('work-only', { kinds: ['work', 'duty'] }),
    publishedKey('site-7-only', { sites: [7] }),
    publishedKey('withdrawn', { revoked: true }),
    publishedKey('ended', { notAfter: AT }),
    publishedKey('just-begun', { notBefore: AT }),
    publishedKey('not-begun', { notBefore: epochSeconds(AT + 1) }),
    publishedKey('nearly-ended', { notAfter: epochSeconds(AT + 1) })
  ]),
  'other-realm': trustClaims([publishedKey('neighbour')], {
    realm: { id: 'other', name: '邻街道', nameEn: 'Neighbour subdistrict' }
  }),
  empty: trustClaims([])
}

/** What the author of a vector says of it; nothing here is computed by the code under test. */
export const genuine = (...findings: Reason[]): Expectation => ({ readable: true, genuine: true, findings })
export const forged: Expectation = { readable: true, genuine: false, findings: ['FORGED'] }
export const untrusted: Expectation = { readable: true, genuine: false, findings: ['KEY'] }
export const unreadable = (failure: DecodeFailure): Expectation => ({
  readable: false,
  failure,
  genuine: false,
  findings: ['UNREADABLE']
})

export const vector = (
  name: string,
  text: string,
  expect: Expectation,
  more: Partial<Pick<PassVector, 'at' | 'keys' | 'status'>> = {}
): PassVector => ({ name, text, at: AT, keys: 'realm', ...more, expect })

export { AT, START }
