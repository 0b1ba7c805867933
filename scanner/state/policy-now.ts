import { type GatePolicy, policyAt } from '../../shared/gate/policy.ts'
import { secondsOf } from '../../shared/time.ts'
import { serverTimeOf } from './clock.ts'
import { post, trust } from './gate-state.ts'

/** The policy in force at this gate; `deviceMs` is the phone's own clock. */
export const policyNow = (deviceMs: number): GatePolicy =>
  policyAt(trust.value?.policies ?? [], post.value?.gate ?? '', secondsOf(serverTimeOf(deviceMs)))
