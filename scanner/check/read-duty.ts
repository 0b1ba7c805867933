import { readDutyPass } from '../../shared/duty/duty-pass.ts'
import type { PassContent } from '../../shared/pass/payload.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type EpochMs, secondsOf } from '../../shared/time.ts'
import { verify } from '../../shared/verify/verify.ts'
import type { Held } from './judge.ts'
import { verifySignature } from './web-crypto.ts'

/** `not-duty`: something else was shown; `not-valid`: expired, withdrawn, forged or of another site; `no-right`: may serve, not override. */
export type DutyFailure = 'not-duty' | 'not-valid' | 'no-right'

/** A duty pass that is genuine, current and of this site. What its holder may do is asked apart. */
export async function readDuty(
  text: string,
  { trust, status }: Pick<Held, 'trust' | 'status'>,
  site: number,
  now: EpochMs
): Promise<Result<PassContent, DutyFailure>> {
  const found = await verify(text, trust, status, secondsOf(now), verifySignature)
  const duty = readDutyPass(found, site)
  if (duty.ok) return duty
  return fail(duty.failure === 'unreadable' || duty.failure === 'kind' ? 'not-duty' : 'not-valid')
}

/** The serial of somebody who may let through against a verdict. */
export async function readSupervisor(...args: Parameters<typeof readDuty>): Promise<Result<number, DutyFailure>> {
  const duty = await readDuty(...args)
  if (!duty.ok) return duty
  const [, { trust }] = args
  return trust.supervisors.has(duty.value.serial) ? ok(duty.value.serial) : fail('no-right')
}
