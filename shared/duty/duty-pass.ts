import type { PassContent } from '../pass/payload.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Verification } from '../verify/verify.ts'

/** Why a code signs nobody in: nothing to read, not genuine, held or revoked, out of its time, no duty pass, another site's. */
export type DutyRefusal = 'unreadable' | 'forged' | 'status' | 'window' | 'kind' | 'site'

/** The duty pass that a verified text is for a gate of this site: genuine, current and of this site, or why it is none. */
export function readDutyPass(verification: Verification, site: number): Result<PassContent, DutyRefusal> {
  if (!verification.readable) return fail('unreadable')
  if (!verification.genuine) return fail('forged')
  const { pass, findings } = verification
  if (pass.kind !== 'duty') return fail('kind')
  if (findings.some(({ reason }) => reason === 'EXPIRED' || reason === 'NOT_YET')) return fail('window')
  if (findings.length > 0) return fail('status')
  return pass.site === 0 || pass.site === site ? ok(pass) : fail('site')
}

export function dutyPassOf(verification: Verification, site: number): PassContent | null {
  const read = readDutyPass(verification, site)
  return read.ok ? read.value : null
}
