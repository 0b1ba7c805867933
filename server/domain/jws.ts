import type { Signer } from '../ports/signer.ts'

const base64Url = (data: string | Uint8Array): string => Buffer.from(data).toString('base64url')

/**
 * Compact JWS (RFC 7515) by the `Signer` port, whose keys may live in an HSM and so cannot be handed to a library.
 * Verified with `jose` everywhere.
 */
export async function signJws(signer: Signer, keyId: string, typ: string, claims: object): Promise<string> {
  const signingInput = `${base64Url(JSON.stringify({ alg: 'ES256', typ, kid: keyId }))}.${base64Url(JSON.stringify(claims))}`
  return `${signingInput}.${base64Url(await signer.sign(keyId, Buffer.from(signingInput)))}`
}
