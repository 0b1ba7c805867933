import { completePolicy, type GatePolicy } from '../gate/policy.ts'
import { fail, ok, type Result } from '../result.ts'
import { epochSeconds } from '../time.ts'
import type { Gate, IssuingKey, Site, TrustBundle } from './trust-bundle.ts'

/** Claims of a trust bundle as they are signed (docs/protocol.md, "Trust bundle"). */
export type TrustClaims = {
  readonly iat: number
  readonly version: number
  readonly realm: { readonly id: string; readonly name: string; readonly nameEn: string }
  readonly keys: readonly IssuingKey[]
  readonly statusKeys: TrustBundle['statusKeys']
  readonly sites: readonly Site[]
  readonly gates: readonly Gate[]
  readonly policies: readonly GatePolicy[]
  readonly nextRoot: TrustBundle['nextRoot']
  readonly minimumAppVersion: string
  readonly sealingKey?: TrustBundle['sealingKey']
  /** Absent: nobody may override by pass. */
  readonly supervisors?: readonly number[]
}

/** Claims whose signature by a pinned root was checked → bundle. A root's word is taken for the fields; only their shape is looked at. */
export function readTrustClaims(claims: unknown): Result<TrustBundle, 'claims' | 'duplicate-key'> {
  if (!hasShape(claims)) return fail('claims')
  const keys = new Map(claims.keys.map(key => [key.keyId, key]))
  if (keys.size !== claims.keys.length) return fail('duplicate-key')
  return ok({
    version: claims.version,
    issuedAt: epochSeconds(claims.iat),
    realm: claims.realm,
    keys,
    statusKeys: claims.statusKeys,
    sites: new Map(claims.sites.map(site => [site.number, site])),
    gates: claims.gates,
    policies: claims.policies.map(completePolicy),
    nextRoot: claims.nextRoot,
    minimumAppVersion: claims.minimumAppVersion,
    ...(claims.sealingKey === undefined ? {} : { sealingKey: claims.sealingKey }),
    supervisors: new Set(claims.supervisors)
  })
}

const LISTS = ['keys', 'statusKeys', 'sites', 'gates', 'policies'] as const

function hasShape(claims: unknown): claims is TrustClaims {
  if (!isRecord(claims)) return false
  const fields: Record<string, unknown> = claims
  return (
    Number.isInteger(fields.version) &&
    Number.isInteger(fields.iat) &&
    isRecord(fields.realm) &&
    typeof fields.minimumAppVersion === 'string' &&
    fields.nextRoot !== undefined &&
    isListOfSerials(fields.supervisors) &&
    LISTS.every(list => Array.isArray(fields[list]) && fields[list].every(isRecord))
  )
}

const isListOfSerials = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.every(Number.isInteger))

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
