import { calculateJwkThumbprint } from 'jose'
import { fromBase64Url, fromHex, toHex } from '../../shared/bytes.ts'
import { DEFAULT_POLICY } from '../../shared/gate/policy.ts'
import { preparePass } from '../../shared/pass/codec.ts'
import { PASS_KINDS, type PassKind } from '../../shared/pass/kinds.ts'
import type { PassContent } from '../../shared/pass/payload.ts'
import { packStatuses, type PassStatus, statusReader } from '../../shared/status/status-list.ts'
import { type EpochSeconds, epochSeconds } from '../../shared/time.ts'
import type { EcPublicJwk, IssuingKey, TrustBundle } from '../../shared/trust/trust-bundle.ts'
import type { Held, Place } from '../check/judge.ts'
import { ES256, P256 } from '../check/web-crypto.ts'

/** The compound of the exercise, and a neighbour. */
export const DRILL_SITE = 1
export const OTHER_SITE = 2
export const DRILL_GATE = 'drill'
/** On hold, and serials below 4,096 only: one small list. */
export const HELD_SERIAL = 404

/**
 * A realm that lives on this phone for one exercise: its own keys, list and gate, so that an exercise is judged by the
 * same code as a passage, and nothing that it signs is good anywhere else.
 */
export type DrillRealm = {
  readonly held: Held
  place(direction: Place['direction']): Place
  /** The text of a pass that the realm signed. */
  issue(pass: PassContent): Promise<string>
  /** The same, by somebody who names the realm's key and does not have it. */
  forge(pass: PassContent): Promise<string>
}

export async function createDrillRealm(at: EpochSeconds): Promise<DrillRealm> {
  const [own, stranger] = await Promise.all([newKey(), newKey()])
  const key = await publish(own, at)
  const sign = (pair: CryptoKeyPair) => (pass: PassContent) => signPass(pass, key.keyId, pair.privateKey)
  const exceptions: [number, PassStatus][] = [[HELD_SERIAL, 'held']]
  const status = statusReader([{ list: 0, bits: packStatuses(exceptions), issuedAt: at }])
  return {
    held: { trust: bundleOf(key, at), status, recent: [] },
    place: direction => ({ site: DRILL_SITE, gate: DRILL_GATE, direction }),
    issue: sign(own),
    forge: sign(stranger)
  }
}

const newKey = (): Promise<CryptoKeyPair> => crypto.subtle.generateKey(P256, false, ['sign', 'verify'])

async function publish({ publicKey }: CryptoKeyPair, at: EpochSeconds): Promise<IssuingKey> {
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', publicKey)
  const jwk: EcPublicJwk = { kty: 'EC', crv: 'P-256', x, y }
  const thumbprint = fromBase64Url(await calculateJwkThumbprint({ ...jwk })) ?? new Uint8Array()
  return {
    keyId: toHex(thumbprint.subarray(0, 4)),
    publicKey: jwk,
    kinds: Object.keys(PASS_KINDS) as PassKind[],
    sites: null,
    notBefore: epochSeconds(at - YEAR_SECONDS),
    notAfter: epochSeconds(at + YEAR_SECONDS),
    revoked: false
  }
}

const YEAR_SECONDS = 365 * 86_400

async function signPass(pass: PassContent, keyId: string, key: CryptoKey): Promise<string> {
  const { signedBytes, seal } = preparePass(pass, fromHex(keyId) ?? new Uint8Array(4))
  return seal(new Uint8Array(await crypto.subtle.sign(ES256, key, signedBytes)))
}

const bundleOf = (key: IssuingKey, at: EpochSeconds): TrustBundle => ({
  version: 1,
  issuedAt: at,
  realm: { id: 'drill', name: '演练', nameEn: 'Drill' },
  keys: new Map([[key.keyId, key]]),
  statusKeys: [],
  sites: new Map(),
  gates: [{ id: DRILL_GATE, site: DRILL_SITE, name: '演练卡口', nameEn: 'Drill gate', directions: ['in', 'out'] }],
  policies: [DEFAULT_POLICY],
  nextRoot: null,
  minimumAppVersion: '0.0.0',
  supervisors: new Set()
})
