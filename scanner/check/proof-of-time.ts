import { decodePass } from '../../shared/pass/codec.ts'
import type { EpochMs } from '../../shared/time.ts'
import type { TrustBundle } from '../../shared/trust/trust-bundle.ts'
import type { VerifySignature } from '../../shared/verify/subject.ts'

/**
 * Server time (ms) that a pass proves to have passed, where the phone believes that it is earlier; null: it proves none.
 * No key signs before its own beginning, so a genuine signature of a key is younger than that. The start of the pass
 * proves nothing: a pass may be issued days before it.
 */
export async function provenMs(
  text: string,
  { keys }: Pick<TrustBundle, 'keys'>,
  now: EpochMs,
  verifySignature: VerifySignature
): Promise<number | null> {
  const pass = decodePass(text)
  if (!pass.ok) return null
  const { keyId, signedBytes, signature } = pass.value
  const key = keys.get(keyId)
  if (key === undefined || key.revoked || key.notBefore * 1000 <= now) return null
  return (await verifySignature(key.publicKey, signedBytes, signature)) ? key.notBefore * 1000 : null
}
