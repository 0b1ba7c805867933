import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import type { Sha256 } from '../../shared/log/chain.ts'
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

/** The ports of shared/ by Node's own cryptography, apart from the adapters of server and scanner. */
export const verifySignature: VerifySignature = (jwk, data, signature) =>
  verify('sha256', data, { key: keyObjectOf(jwk), dsaEncoding: 'ieee-p1363' }, signature)

export const sha256: Sha256 = data => createHash('sha256').update(data).digest()

export const inflateZlib: InflateZlib = (data, maxBytes) => {
  try {
    return inflateSync(data, { maxOutputLength: maxBytes })
  } catch {
    return null // the only way in which zlib says "broken" or "too long"
  }
}
