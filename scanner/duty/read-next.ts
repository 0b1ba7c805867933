import { dutyEnd } from '../../shared/duty/duty-end.ts'
import { type DutyRefusal, readDutyPass } from '../../shared/duty/duty-pass.ts'
import { endOf } from '../../shared/pass/codec.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { epochMs, secondsOf } from '../../shared/time.ts'
import { verify } from '../../shared/verify/verify.ts'
import { verifySignature } from '../check/web-crypto.ts'
import { dutyNow } from '../state/duty-now.ts'
import { identity, post, status, trust } from '../state/gate-state.ts'
import { keptSlots } from './kept-slots.ts'
import { slotEndAt } from './pin-places.ts'

/** Somebody who may sign in. */
export type Candidate = {
  readonly by: 'pass' | 'pin'
  readonly operator: string
  readonly name: string
  readonly endsAt: number
}

/** A scanned text → who signs in with it, or why nobody does. Needs no network. */
export async function candidateByPass(text: string): Promise<Result<Candidate, DutyRefusal>> {
  const [bundle, self] = [trust.value, identity.value]
  if (bundle === null || self === null) return fail('unreadable')
  const now = dutyNow()
  const verification = await verify(text, bundle, status.value, secondsOf(epochMs(now)), verifySignature)
  const read = readDutyPass(verification, self.site)
  if (!read.ok) return read
  const { serial, label } = read.value
  const slotEnd = slotEndAt(keptSlots(localStorage), post.value?.gate ?? null, now)
  const endsAt = dutyEnd(now, endOf(read.value) * 1000, slotEnd)
  return ok({ by: 'pass', operator: `pass-${serial}`, name: label, endsAt })
}
