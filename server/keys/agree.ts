import { createPublicKey, diffieHellman, type KeyObject } from 'node:crypto'
import type { EcPublicJwk } from '../../shared/trust/trust-bundle.ts'

/** ECDH on P-256 (RFC 7518 §4.6); null when the other side's point is not on the curve. */
export function agree(privateKey: KeyObject, { kty, crv, x, y }: EcPublicJwk): Uint8Array | null {
  try {
    return new Uint8Array(diffieHellman({ privateKey, publicKey: createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' }) }))
  } catch {
    return null // a hostile point; the key is never used with it
  }
}
