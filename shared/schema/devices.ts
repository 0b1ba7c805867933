import { type Static, Type } from 'typebox'
import { Base64Url, Id, Instant, Line, Nullable, PublicJwk, SiteNumber, Strict } from './common.ts'
import { NamedRef } from './session.ts'

/** Eight characters of Crockford's base32 (no I, L, O, U), shown as XXXX-XXXX; valid ten minutes, once. */
export const EnrolmentCode = Type.String({ pattern: '^[0-9A-HJKMNP-TV-Z]{8}$' })

export const NewEnrolment = Strict({ site: SiteNumber })
export const Enrolment = Strict({ code: EnrolmentCode, link: Type.String(), site: SiteNumber, expiresAt: Instant })
export type Enrolment = Static<typeof Enrolment>

export const NewDevice = Strict({
  code: EnrolmentCode,
  name: Line(60),
  /** Public half of a key that never leaves the phone. */
  publicKey: PublicJwk
})
export type NewDevice = Static<typeof NewDevice>

/** What a phone pins at enrolment. */
export const EnrolledDevice = Strict({ device: Id, realm: NamedRef, site: SiteNumber, root: PublicJwk, serverTime: Instant })
export type EnrolledDevice = Static<typeof EnrolledDevice>

/** Signature (ES256, r‖s) over `checkpoint-device-1.<device>.<issuedAt>.<nonce>`. */
export const DeviceTokenBody = Strict({
  device: Id,
  issuedAt: Instant,
  nonce: Base64Url(22, 22),
  signature: Base64Url(86, 86)
})
export type DeviceTokenBody = Static<typeof DeviceTokenBody>
// Kept apart: the phone computes it and must not carry the schema library.
export { deviceProof } from '../device-proof.ts'

export const DeviceToken = Strict({
  token: Type.String(),
  expiresAt: Instant,
  serverTime: Instant,
  /** A revoked phone may still deliver what it holds, and nothing else. */
  revoked: Type.Boolean()
})
export type DeviceToken = Static<typeof DeviceToken>

export const DeviceView = Strict({
  id: Id,
  name: Type.String(),
  site: SiteNumber,
  enrolledAt: Instant,
  lastSeenAt: Nullable(Instant),
  revokedAt: Nullable(Instant),
  lastNumber: Type.Integer(),
  missing: Type.Integer({ description: 'Numbers below the last that are not here yet' }),
  unsent: Nullable(Type.Integer()),
  offsetMs: Nullable(Type.Integer())
})
export type DeviceView = Static<typeof DeviceView>
