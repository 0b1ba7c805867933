import { compactVerify, decodeProtectedHeader, importJWK } from 'jose'
import { fail, ok, type Result } from '../../shared/result.ts'
import { readStatusClaims } from '../../shared/status/read-status-claims.ts'
import type { StatusList } from '../../shared/status/status-list.ts'
import { refuseBundle } from '../../shared/trust/accept-bundle.ts'
import { readTrustClaims } from '../../shared/trust/read-trust-claims.ts'
import type { EcPublicJwk, TrustBundle } from '../../shared/trust/trust-bundle.ts'
import { inflateZlib } from './web-crypto.ts'

export type GateDataFailure = 'signature' | 'type' | 'content' | 'older' | 'other-realm'

/** A trust bundle signed by the pinned root or by the next root that a trusted bundle named; never an older one. */
export async function readTrust(
  jws: string,
  root: EcPublicJwk,
  held: TrustBundle | null
): Promise<Result<TrustBundle, GateDataFailure>> {
  const roots = [root, ...(held?.nextRoot ? [held.nextRoot] : [])]
  for (const candidate of roots) {
    const claims = await verified(jws, candidate, 'trust-bundle+jwt')
    if (!claims.ok && claims.failure === 'signature') continue
    if (!claims.ok) return claims
    const bundle = readTrustClaims(claims.value)
    if (!bundle.ok) return fail('content')
    const refusal = refuseBundle(bundle.value, held)
    return refusal === null ? ok(bundle.value) : fail(refusal)
  }
  return fail('signature')
}

/** A status list signed by a status key of the trusted bundle. */
export async function readStatus(jwt: string, trust: TrustBundle): Promise<Result<StatusList, GateDataFailure>> {
  const kid = headerOf(jwt)?.kid
  const key = trust.statusKeys.find(candidate => candidate.kid === kid)
  if (key === undefined) return fail('signature')
  const claims = await verified(jwt, key, 'statuslist+jwt')
  if (!claims.ok) return claims
  const list = await readStatusClaims(claims.value, inflateZlib)
  return list.ok ? ok(list.value) : fail('content')
}

async function verified(jws: string, jwk: EcPublicJwk, typ: string): Promise<Result<unknown, GateDataFailure>> {
  try {
    const { payload, protectedHeader } = await compactVerify(jws, await importJWK({ ...jwk }, 'ES256'), { algorithms: ['ES256'] })
    if (protectedHeader.typ !== typ) return fail('type')
    return ok(JSON.parse(new TextDecoder().decode(payload)))
  } catch {
    return fail('signature') // the library throws for every text that this key did not sign
  }
}

function headerOf(jws: string): { kid?: string } | null {
  try {
    return decodeProtectedHeader(jws)
  } catch {
    return null // no JWS at all
  }
}
