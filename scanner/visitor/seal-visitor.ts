import { CompactEncrypt, importJWK } from 'jose'
import type { EcPublicJwk } from '../../shared/trust/trust-bundle.ts'
import type { VisitorRecord } from '../../shared/visitor/visitor-record.ts'

/**
 * Compact JWE (RFC 7516), ECDH-ES with A256GCM, for the service's sealing key: from here on the phone itself cannot read
 * what was written down, and neither can who finds it.
 */
export async function sealVisitor(
  record: VisitorRecord,
  { kid, ...jwk }: EcPublicJwk & { readonly kid: string }
): Promise<string> {
  const { kty, crv, x, y } = jwk
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(record)))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', kid })
    .encrypt(await importJWK({ kty, crv, x, y }, 'ECDH-ES'))
}
