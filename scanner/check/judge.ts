import { type Decision, decide } from '../../shared/gate/decide.ts'
import type { EntryContext } from '../../shared/gate/gate-input.ts'
import { policyAt } from '../../shared/gate/policy.ts'
import { type StatusReader, statusReader, type StatusList } from '../../shared/status/status-list.ts'
import { secondsOf, type EpochMs } from '../../shared/time.ts'
import type { GateDirection, TrustBundle } from '../../shared/trust/trust-bundle.ts'
import type { RecentEntry } from '../../shared/gate/gate-input.ts'
import { verify, type Verification } from '../../shared/verify/verify.ts'
import { verifySignature } from './web-crypto.ts'

export type Judgement = { readonly verification: Verification; readonly decision: Decision }

export type Place = { readonly site: number; readonly gate: string; readonly direction: GateDirection }

export const readerOf = (lists: readonly StatusList[]): StatusReader => statusReader(lists)

/** Text → verdict at this gate, now, with what the phone holds. */
export async function judge(
  text: string,
  trust: TrustBundle,
  status: StatusReader,
  place: Place,
  now: EpochMs,
  recent: readonly RecentEntry[]
): Promise<Judgement> {
  const at = secondsOf(now)
  const verification = await verify(text, trust, status, at, verifySignature)
  const context: EntryContext = {
    at,
    site: place.site,
    direction: place.direction,
    recent,
    temperature: null,
    statusAsOf: status.asOf
  }
  return { verification, decision: decide(verification, context, policyAt(trust.policies, place.gate, at)) }
}
