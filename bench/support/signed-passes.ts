import { generateKeyPairSync, sign } from 'node:crypto'
import { keyIdOf } from '../../server/keys/key-id.ts'
import { preparePass } from '../../shared/pass/codec.ts'
import { PASS_KINDS, type PassKind } from '../../shared/pass/kinds.ts'
import { type EpochSeconds, epochSeconds, secondsToMinute } from '../../shared/time.ts'
import type { IssuingKey } from '../../shared/trust/trust-bundle.ts'

/** Passes of one person each, valid from an hour ago for two weeks, signed by a key made for them. */
export function signedPasses(count: number, site: number, at: EpochSeconds): { texts: string[]; key: IssuingKey } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const jwk = { kty: 'EC', crv: 'P-256', x, y } as const
  const keyId = keyIdOf(jwk)
  const texts = Array.from({ length: count }, (_, serial) => {
    const start = secondsToMinute(epochSeconds(at - 3600))
    const content = { kind: 'person', serial, start, hours: 336, site, documentTail: '001X', label: '陈*明' } as const
    const { signedBytes, seal } = preparePass(content, Buffer.from(keyId, 'hex'))
    return seal(sign('sha256', signedBytes, { key: privateKey, dsaEncoding: 'ieee-p1363' }))
  })
  const kinds = Object.keys(PASS_KINDS) as PassKind[]
  const key = {
    keyId,
    publicKey: jwk,
    kinds,
    sites: null,
    notBefore: epochSeconds(0),
    notAfter: epochSeconds(at * 2),
    revoked: false
  }
  return { texts, key }
}
