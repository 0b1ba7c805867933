import { type DecodeFailure, decodePass } from '../pass/codec.ts'
import type { PassContent } from '../pass/payload.ts'
import type { StatusReader } from '../status/status-list.ts'
import type { EpochSeconds } from '../time.ts'
import type { TrustBundle } from '../trust/trust-bundle.ts'
import { checkKey } from './checks/key.ts'
import { checkSignature } from './checks/signature.ts'
import { checkStatus } from './checks/status.ts'
import { checkWindow } from './checks/window.ts'
import type { CurrentCheck, CurrentSubject, PassCheck, PassFinding, Subject, VerifySignature } from './subject.ts'

/** What is known of a text after all checks. Only with `genuine` may anything in `pass` be believed. */
export type Verification =
  | {
      readonly readable: false
      /** null: there was no code. */
      readonly failure: DecodeFailure | null
      readonly genuine: false
      readonly findings: readonly PassFinding[]
    }
  | {
      readonly readable: true
      readonly pass: PassContent
      /** null: no code was read. */
      readonly keyId: string | null
      /** Signed by a key that the realm trusts for this pass. */
      readonly genuine: boolean
      /** Nobody signed it before our eyes: the site's roster says that there is such a pass. */
      readonly vouched?: true
      readonly findings: readonly PassFinding[]
    }

/** A passage without a code: nothing is proved and nothing speaks against it. */
export const NO_CODE: Verification = { readable: false, failure: null, genuine: false, findings: [] }

/** Whether the pass is genuine: the first finding ends it, for nothing in an unproved pass may be looked at. */
const GENUINE_CHECKS: readonly PassCheck[] = [checkKey, checkSignature]
/** Whether a genuine pass is current: every finding counts. */
const CURRENT_CHECKS: readonly CurrentCheck[] = [checkStatus, checkWindow]

/**
 * QR text → what is true of it at `at`. Never throws for any text; costs one signature check at most.
 * What follows from it at a gate is {@link decide}'s business.
 */
export async function verify(
  text: string,
  trust: TrustBundle,
  status: StatusReader,
  at: EpochSeconds,
  verifySignature: VerifySignature
): Promise<Verification> {
  const decoded = decodePass(text)
  if (!decoded.ok) {
    return {
      readable: false,
      failure: decoded.failure,
      genuine: false,
      findings: [{ reason: 'UNREADABLE', detail: decoded.failure }]
    }
  }
  const pass = decoded.value
  const subject: Subject = { pass, key: trust.keys.get(pass.keyId), trust, status, at, verifySignature }
  const doubt = await firstFinding(GENUINE_CHECKS, subject)
  const findings = doubt === null ? await allFindings(CURRENT_CHECKS, subject) : [doubt]
  return { readable: true, pass: pass.content, keyId: pass.keyId, genuine: doubt === null, findings }
}

/** A pass out of the site's roster: not proved, but its status and its time count. */
export function verifyVouched(pass: PassContent, status: StatusReader, at: EpochSeconds): Verification {
  const subject: CurrentSubject = { pass: { content: pass }, status, at }
  const findings = CURRENT_CHECKS.map(check => check(subject)).filter(finding => finding !== null)
  return { readable: true, pass, keyId: null, genuine: false, vouched: true, findings }
}

async function firstFinding(checks: readonly PassCheck[], subject: Subject): Promise<PassFinding | null> {
  for (const check of checks) {
    const finding = await check(subject)
    if (finding !== null) return finding
  }
  return null
}

async function allFindings(checks: readonly PassCheck[], subject: Subject): Promise<PassFinding[]> {
  const findings: PassFinding[] = []
  for (const check of checks) {
    const finding = await check(subject)
    if (finding !== null) findings.push(finding)
  }
  return findings
}
