import { DEFAULT_POLICY, type GatePolicy, policyAt } from '../../shared/gate/policy.ts'
import { fail, type Result } from '../../shared/result.ts'
import { secondsOf } from '../../shared/time.ts'
import { type DutyFailure, readSupervisor } from '../check/read-duty.ts'
import { serverTimeOf } from './clock.ts'
import { identity, post, status, trust } from './gate-state.ts'

const now = () => serverTimeOf(Date.now())

/** The policy in force at this gate. */
export const policyNow = (): GatePolicy =>
  trust.value === null || post.value === null ? DEFAULT_POLICY : policyAt(trust.value.policies, post.value.gate, secondsOf(now()))

/** Whose duty pass this is, if it allows an override here and now. */
export async function superviseNow(text: string): Promise<Result<number, DutyFailure>> {
  const [bundle, self] = [trust.value, identity.value]
  if (bundle === null || self === null) return fail('not-valid')
  return readSupervisor(text, { trust: bundle, status: status.value }, self.site, now())
}
