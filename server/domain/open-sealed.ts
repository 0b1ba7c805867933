import { createDecipheriv, createHash } from 'node:crypto'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { EcPublicJwk } from '../../shared/trust/trust-bundle.ts'
import type { Signer } from '../ports/signer.ts'

/** `format`: no JWE of ours. `key`: sealed for somebody else. `tag`: changed on the way. */
export type SealFailure = 'format' | 'key' | 'tag'

const TEXT = '[A-Za-z0-9_-]'
/** Compact JWE with direct agreement: header, no encrypted key, 12 bytes of nonce, text, 16 bytes of tag. */
const COMPACT = new RegExp(`^(${TEXT}{1,600})\\.\\.(${TEXT}{16})\\.(${TEXT}+)\\.(${TEXT}{22})$`)
const KEY_BITS = 256

/** Opens a compact JWE (RFC 7516) of exactly one kind, ECDH-ES with A256GCM, by a key that never leaves the signer. */
export async function openSealed(
  signer: Pick<Signer, 'agree'>,
  keyIds: readonly string[],
  jwe: string
): Promise<Result<Uint8Array, SealFailure>> {
  const [, header, nonce, text, tag] = COMPACT.exec(jwe) ?? []
  if (header === undefined || nonce === undefined || text === undefined || tag === undefined) return fail('format')
  const { kid, epk } = readHeader(header) ?? {}
  if (kid === undefined || epk === undefined) return fail('format')
  if (!keyIds.includes(kid)) return fail('key')
  const secret = await signer.agree(kid, epk)
  if (secret === null) return fail('key')
  const decipher = createDecipheriv('aes-256-gcm', contentKey(secret), Buffer.from(nonce, 'base64url'))
  decipher.setAAD(Buffer.from(header)).setAuthTag(Buffer.from(tag, 'base64url'))
  try {
    return ok(new Uint8Array(Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()])))
  } catch {
    return fail('tag')
  }
}

function readHeader(header: string): { kid: string; epk: EcPublicJwk } | null {
  const fields = parse(header)
  if (fields === null || fields.alg !== 'ECDH-ES' || fields.enc !== 'A256GCM' || typeof fields.kid !== 'string') return null
  // Anything else would change what the text means: compression, party names, extensions.
  if (Object.keys(fields).some(name => !['alg', 'enc', 'kid', 'epk'].includes(name))) return null
  const { kty, crv, x, y } = (fields.epk ?? {}) as Record<string, unknown>
  if (kty !== 'EC' || crv !== 'P-256' || typeof x !== 'string' || typeof y !== 'string') return null
  return { kid: fields.kid, epk: { kty, crv, x, y } }
}

function parse(header: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(header, 'base64url').toString())
    return typeof value === 'object' && value !== null ? { ...value } : null
  } catch {
    return null // not JSON
  }
}

/** Concat KDF, one round of SHA-256 (RFC 7518 §4.6.2): algorithm, no party names, length of the key. */
function contentKey(secret: Uint8Array): Buffer {
  const number = (value: number): Buffer => Buffer.from([value >>> 24, value >>> 16, value >>> 8, value])
  const alg = Buffer.from('A256GCM')
  const parts = [number(1), secret, number(alg.length), alg, number(0), number(0), number(KEY_BITS)]
  return createHash('sha256').update(Buffer.concat(parts)).digest()
}
