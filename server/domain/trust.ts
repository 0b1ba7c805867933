import { policiesFrom } from '../../shared/gate/timeline.ts'
import { epochSeconds } from '../../shared/time.ts'
import type { TrustClaims } from '../../shared/trust/read-trust-claims.ts'
import type { EcPublicJwk } from '../../shared/trust/trust-bundle.ts'
import type { IssuingKeyRow, Realm } from '../ports/storage.ts'
import type { Context } from './context.ts'
import { publishedKey } from './issuing-keys.ts'
import { signJws } from './jws.ts'

export type SignedTrust = { readonly version: number; readonly jws: string }

/** Policies that were in force so long ago stay in the bundle: clocks of phones are behind by a day and more. */
const STILL_PUBLISHED_MS = 7 * 24 * 3_600_000
const MINIMUM_APP_VERSION = '0.1.0'

/** The realm's trust bundle, signed anew only when its version moved. */
export function trustPublisher(ctx: Context): () => Promise<SignedTrust> {
  let held: SignedTrust | null = null
  return async () => {
    const realm = await existingRealm(ctx)
    if (held?.version === realm.trustVersion) return held
    const keys = await ctx.storage.keys()
    const claims = await trustClaims(ctx, realm, keys)
    held = { version: realm.trustVersion, jws: await signJws(ctx.signer, rootKey(keys).keyId, 'trust-bundle+jwt', claims) }
    return held
  }
}

async function trustClaims(ctx: Context, realm: Realm, keys: readonly IssuingKeyRow[]): Promise<TrustClaims> {
  const gates = await ctx.storage.gates()
  const policies = (await ctx.storage.policies()).map(({ policy }) => policy)
  return {
    iat: Math.floor(realm.trustIssuedAt / 1000),
    version: realm.trustVersion,
    realm: { id: realm.id, name: realm.name, nameEn: realm.nameEn },
    keys: keys.filter(key => key.purpose === 'issuing').map(publishedKey),
    statusKeys: keys
      .filter(key => key.purpose === 'status' && key.revokedAt === null)
      .map(key => ({ kid: key.keyId, ...key.publicKey })),
    sites: (await ctx.storage.sites()).map(({ number, name, nameEn }) => ({ number, name, nameEn })),
    gates,
    policies: policiesFrom(
      policies,
      gates.map(({ id }) => id),
      epochSeconds(Math.floor((realm.trustIssuedAt - STILL_PUBLISHED_MS) / 1000))
    ),
    sealingKey: sealingKey(keys),
    nextRoot: null,
    minimumAppVersion: MINIMUM_APP_VERSION,
    supervisors: await ctx.storage.supervisors(Math.floor(realm.trustIssuedAt / 1000))
  }
}

export const rootKey = (keys: readonly IssuingKeyRow[]): IssuingKeyRow => newest(keys, 'root')
export const statusKey = (keys: readonly IssuingKeyRow[]): IssuingKeyRow => newest(keys, 'status')

function newest(keys: readonly IssuingKeyRow[], purpose: IssuingKeyRow['purpose']): IssuingKeyRow {
  const [key] = keys.filter(row => row.purpose === purpose && row.revokedAt === null).sort((a, b) => b.createdAt - a.createdAt)
  if (key === undefined) throw new Error(`the realm has no ${purpose} key`)
  return key
}

/** What visitors' records are sealed for; the private half stays with the signer. Null: an installation that is being made. */
function sealingKey(keys: readonly IssuingKeyRow[]): (EcPublicJwk & { kid: string }) | null {
  const own = keys.filter(({ purpose, revokedAt }) => purpose === 'sealing' && revokedAt === null)
  const [key] = own.sort((a, b) => b.createdAt - a.createdAt)
  return key === undefined ? null : { kid: key.keyId, ...key.publicKey }
}

/** RFC 7517 set of every key that verifies something of this realm: passes, lists, bundles. */
export async function publicKeySet(ctx: Context): Promise<{ keys: (EcPublicJwk & { kid: string; alg: 'ES256'; use: 'sig' })[] }> {
  const keys = (await ctx.storage.keys()).filter(key => key.revokedAt === null && key.purpose !== 'sealing')
  return { keys: keys.map(key => ({ ...key.publicKey, kid: key.keyId, alg: 'ES256', use: 'sig' })) }
}

export async function existingRealm(ctx: Context): Promise<Realm> {
  const realm = await ctx.storage.realm()
  if (realm === null) throw new Error('the realm is not initialised')
  return realm
}
