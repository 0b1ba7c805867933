import { createECDH, createHash, createPrivateKey, type KeyObject, sign } from 'node:crypto'
import { DEFAULT_POLICY } from '../../shared/gate/policy.ts'
import { preparePass } from '../../shared/pass/codec.ts'
import { PASS_KINDS, type PassKind } from '../../shared/pass/kinds.ts'
import type { PassContent } from '../../shared/pass/payload.ts'
import { epochSeconds, passMinute } from '../../shared/time.ts'
import type { EcPublicJwk, IssuingKey } from '../../shared/trust/trust-bundle.ts'
import { type TrustClaims, readTrustClaims } from '../../shared/trust/read-trust-claims.ts'
import type { TrustBundle } from '../../shared/trust/trust-bundle.ts'
import { P256_ORDER, toBytes, toNumber } from './deterministic-es256.ts'

export type TestKey = {
  readonly keyId: string
  readonly publicKey: EcPublicJwk
  readonly privateKey: KeyObject
  readonly secret: bigint
}

const known = new Map<string, TestKey>()

/** The same key for the same name, in every run and on every machine. */
export function testKey(name: string): TestKey {
  const key = known.get(name) ?? makeKey(name)
  known.set(name, key)
  return key
}

function makeKey(name: string): TestKey {
  const secret = toNumber(sha256(`checkpoint test key: ${name}`)) % P256_ORDER
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(toBytes(secret))
  const point = pair.getPublicKey()
  const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')]
  const publicKey = { kty: 'EC', crv: 'P-256', x, y } as const
  const privateKey = createPrivateKey({ key: { ...publicKey, d: toBytes(secret).toString('base64url') }, format: 'jwk' })
  const keyId = sha256(JSON.stringify({ crv: 'P-256', kty: 'EC', x, y }))
    .toString('hex')
    .slice(0, 8)
  return { keyId, publicKey, privateKey, secret }
}

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()

/** 2020-02-08T00:00:00Z: where the sample pass begins. */
export const START = epochSeconds(1_581_120_000)
/** An hour into it. */
export const AT = epochSeconds(START + 3600)

export const SAMPLE_PASS: PassContent = {
  kind: 'person',
  serial: 123_456,
  start: passMinute(54_720),
  hours: 336,
  site: 7,
  documentTail: '001X',
  label: '陈*明'
}

export const ALL_KINDS = Object.keys(PASS_KINDS) as PassKind[]

/** A fresh, genuine pass; ECDSA makes another text of the same pass each time. */
export function makePass(content: Partial<PassContent> = {}, key: TestKey = testKey('issuer')): string {
  const { signedBytes, seal } = preparePass({ ...SAMPLE_PASS, ...content }, Buffer.from(key.keyId, 'hex'))
  return seal(sign('sha256', signedBytes, { key: key.privateKey, dsaEncoding: 'ieee-p1363' }))
}

/** As a bundle publishes it: every kind and site, good from a day before the sample pass for two years. */
export function publishedKey(name: string, limits: Partial<IssuingKey> = {}): IssuingKey {
  const { keyId, publicKey } = testKey(name)
  const time = { notBefore: epochSeconds(START - 86_400), notAfter: epochSeconds(START + 2 * 365 * 86_400) }
  return { keyId, publicKey, kinds: ALL_KINDS, sites: null, ...time, revoked: false, ...limits }
}

export const trustClaims = (keys: readonly IssuingKey[], fields: Partial<TrustClaims> = {}): TrustClaims => ({
  iat: START,
  version: 1,
  realm: { id: 'test', name: '测试街道', nameEn: 'Test subdistrict' },
  keys,
  statusKeys: [],
  sites: [{ number: 7, name: '七里小区', nameEn: 'Seven Mile' }],
  gates: [{ id: 'north', site: 7, name: '北门', nameEn: 'North gate', directions: ['in', 'out'] }],
  policies: [DEFAULT_POLICY],
  nextRoot: null,
  minimumAppVersion: '0.1.0',
  ...fields
})

/** A bundle that trusts the key `issuer` for everything, or the keys given. */
export function makeTrust(keys: readonly IssuingKey[] = [publishedKey('issuer')]): TrustBundle {
  const bundle = readTrustClaims(trustClaims(keys))
  if (!bundle.ok) throw new Error(bundle.failure)
  return bundle.value
}
