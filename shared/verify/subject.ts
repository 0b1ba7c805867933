import type { SignedPass } from '../pass/codec.ts'
import type { StatusReader } from '../status/status-list.ts'
import type { EpochSeconds } from '../time.ts'
import type { EcPublicJwk, IssuingKey, TrustBundle } from '../trust/trust-bundle.ts'
import type { Reason } from './reasons.ts'

/** Port: ES256 over `data`, `signature` as r‖s. Answers false, and does not throw, for a signature that does not fit. */
export type VerifySignature = (key: EcPublicJwk, data: Uint8Array, signature: Uint8Array) => boolean | Promise<boolean>

/** What the checks of a pass may look at. */
export type Subject = {
  readonly pass: SignedPass
  readonly key: IssuingKey | undefined
  readonly trust: TrustBundle
  readonly status: StatusReader
  readonly at: EpochSeconds
  readonly verifySignature: VerifySignature
}

/** One thing that speaks against a pass. `detail` is for logs and experts, never for a decision. */
export type PassFinding = {
  readonly reason: Reason
  readonly detail?: string
  /** KEY only: the key may be younger than what is known here; a withdrawn one is not. */
  readonly isKeyUnknown?: true
}

/** What the checks of a pass that is known to be the realm's own may look at. */
export type CurrentSubject = Pick<Subject, 'status' | 'at'> & { readonly pass: Pick<SignedPass, 'content'> }
export type CurrentCheck = (subject: CurrentSubject) => PassFinding | null

export type PassCheck = (subject: Subject) => PassFinding | null | Promise<PassFinding | null>
