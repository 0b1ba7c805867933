import type { PassContent } from '../pass/payload.ts'
import type { TrustBundle } from '../trust/trust-bundle.ts'
import type { Verification } from '../verify/verify.ts'

/** The duty pass that a verified text is for a gate of this site; null: it is none, or not genuine, current and of this site. */
export function dutyPassOf(verification: Verification, site: number): PassContent | null {
  if (!verification.readable || !verification.genuine || verification.findings.length > 0) return null
  const { pass } = verification
  return pass.kind === 'duty' && (pass.site === 0 || pass.site === site) ? pass : null
}

/**
 * Whether whoever shows this pass may decide against a verdict at a gate of this site. A pass does not carry the right:
 * the trust bundle names the serials that have it.
 */
export function mayOverride(verification: Verification, trust: Pick<TrustBundle, 'supervisors'>, site: number): boolean {
  const pass = dutyPassOf(verification, site)
  return pass !== null && trust.supervisors.has(pass.serial)
}
