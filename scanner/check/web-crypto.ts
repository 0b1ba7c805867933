import type { Sha256 } from '../../shared/log/chain.ts'
import type { InflateZlib } from '../../shared/status/read-status-claims.ts'
import type { EcPublicJwk } from '../../shared/trust/trust-bundle.ts'
import type { VerifySignature } from '../../shared/verify/subject.ts'

export const ES256 = { name: 'ECDSA', hash: 'SHA-256' } as const
export const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const

const imported = new WeakMap<EcPublicJwk, Promise<CryptoKey>>()

function keyOf(jwk: EcPublicJwk): Promise<CryptoKey> {
  const known = imported.get(jwk)
  if (known !== undefined) return known
  const { kty, crv, x, y } = jwk
  const key = crypto.subtle.importKey('jwk', { kty, crv, x, y }, P256, false, ['verify'])
  imported.set(jwk, key)
  return key
}

export const verifySignature: VerifySignature = async (jwk, data, signature) =>
  crypto.subtle.verify(ES256, await keyOf(jwk), new Uint8Array(signature), new Uint8Array(data))

export const sha256: Sha256 = async data => new Uint8Array(await crypto.subtle.digest('SHA-256', data))

/** RFC 1950 with a bound on what comes out. */
export const inflateZlib: InflateZlib = async (data, maxBytes) => {
  const reader = new Blob([new Uint8Array(data)]).stream().pipeThrough(new DecompressionStream('deflate')).getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      length += value.length
      if (length > maxBytes) return null
      chunks.push(value)
    }
  } catch {
    return null // not zlib
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
