import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import type { InflateZlib } from '../../shared/status/read-status-claims.ts'
import type { EcPublicJwk } from '../../shared/trust/trust-bundle.ts'
import type { VerifySignature } from '../../shared/verify/subject.ts'

const keyObjects = new WeakMap<EcPublicJwk, KeyObject>()

function keyObjectOf(jwk: EcPublicJwk): KeyObject {
  const known = keyObjects.get(jwk)
  if (known !== undefined) return known
  const key = createPublicKey({ key: { ...jwk }, format: 'jwk' })
  keyObjects.set(jwk, key)
  return key
}

/** ES256 by OpenSSL, synchronously; a key is imported once. */
export const verifySignature: VerifySignature = (jwk, data, signature) =>
  verify('sha256', data, { key: keyObjectOf(jwk), dsaEncoding: 'ieee-p1363' }, signature)

export const sha256 = (data: Uint8Array): Uint8Array => createHash('sha256').update(data).digest()

/** RFC 1950 with a bound on what comes out. */
export const inflateZlib: InflateZlib = (data, maxBytes) => {
  try {
    return inflateSync(data, { maxOutputLength: maxBytes })
  } catch {
    return null // broken data, or more than a list may be
  }
}
