import type { GatePolicy } from '../gate/policy.ts'
import type { PassKind } from '../pass/kinds.ts'
import type { EpochSeconds } from '../time.ts'
import type { GateDirection } from './direction.ts'

/** RFC 7517/7518 public key on P-256. */
export type EcPublicJwk = { readonly kty: 'EC'; readonly crv: 'P-256'; readonly x: string; readonly y: string }

export type IssuingKey = {
  /** Eight hexadecimal digits: the first four bytes of the RFC 7638 thumbprint. */
  readonly keyId: string
  readonly publicKey: EcPublicJwk
  readonly kinds: readonly PassKind[]
  /** null: every site. */
  readonly sites: readonly number[] | null
  readonly notBefore: EpochSeconds
  readonly notAfter: EpochSeconds
  readonly revoked: boolean
}

export type Site = { readonly number: number; readonly name: string; readonly nameEn: string }

export type { GateDirection } from './direction.ts'

export type Gate = {
  readonly id: string
  readonly site: number
  readonly name: string
  readonly nameEn: string
  readonly directions: readonly GateDirection[]
}

/** Everything that a gate must believe, signed as a whole by the realm's root key. */
export type TrustBundle = {
  /** Grows with every change; a gate refuses an older one than it holds. */
  readonly version: number
  readonly issuedAt: EpochSeconds
  readonly realm: { readonly id: string; readonly name: string; readonly nameEn: string }
  readonly keys: ReadonlyMap<string, IssuingKey>
  readonly statusKeys: readonly (EcPublicJwk & { readonly kid: string })[]
  readonly sites: ReadonlyMap<number, Site>
  readonly gates: readonly Gate[]
  /** Newest `effectiveFrom` that is not in the future applies; `gates: null` is the rule for all gates. */
  readonly policies: readonly GatePolicy[]
  /** The root that will sign next; a gate that trusts this bundle trusts it too. */
  readonly nextRoot: EcPublicJwk | null
  readonly minimumAppVersion: string
  /** Records of people without a pass are sealed for this key; absent: none can be taken down. */
  readonly sealingKey?: (EcPublicJwk & { readonly kid: string }) | null
  /** Serials of duty passes whose holder may override a verdict. */
  readonly supervisors: ReadonlySet<number>
}
