import { type Decision, decide } from '../../shared/gate/decide.ts'
import type { EntryContext, Presented, RecentEntry } from '../../shared/gate/gate-input.ts'
import { policyAt } from '../../shared/gate/policy.ts'
import type { Purpose } from '../../shared/log/entry.ts'
import type { PassContent } from '../../shared/pass/payload.ts'
import { type StatusList, type StatusReader, statusReader } from '../../shared/status/status-list.ts'
import { type EpochMs, secondsOf } from '../../shared/time.ts'
import type { GateDirection, TrustBundle } from '../../shared/trust/trust-bundle.ts'
import { NO_CODE, type Verification, verify, verifyVouched } from '../../shared/verify/verify.ts'
import { stayMinutesOf } from './stay.ts'
import { verifySignature } from './web-crypto.ts'

export type Judgement = { readonly verification: Verification; readonly decision: Decision }

export type Place = { readonly site: number; readonly gate: string; readonly direction: GateDirection }

/** What the phone holds to judge by. */
export type Held = { readonly trust: TrustBundle; readonly status: StatusReader; readonly recent: readonly RecentEntry[] }

/** What was measured or written down beside the code, or instead of one. */
export type Circumstances = {
  readonly presented: Presented
  readonly temperature: number | null
  readonly stayMinutes?: number | null
  readonly purpose?: Purpose | null
  readonly plate?: string | null
  /** The pass that the roster names for somebody without a code. */
  readonly roster?: PassContent | null
}

export const readerOf = (lists: readonly StatusList[]): StatusReader => statusReader(lists)

/** Text, or nothing that can be read → verdict at this gate, now, with what the phone holds. */
export async function judge(
  text: string | null,
  { trust, status, recent }: Held,
  { site, gate, direction }: Place,
  now: EpochMs,
  { roster = null, ...circumstances }: Circumstances
): Promise<Judgement> {
  const at = secondsOf(now)
  const withoutCode = roster === null ? NO_CODE : verifyVouched(roster, status, at)
  const verification = text === null ? withoutCode : await verify(text, trust, status, at, verifySignature)
  const stayMinutes = circumstances.stayMinutes ?? stayMinutesOf(verification, direction, recent, at)
  const context: EntryContext = { ...circumstances, stayMinutes, at, site, direction, recent, statusAsOf: status.asOf }
  return { verification, decision: decide(verification, context, policyAt(trust.policies, gate, at)) }
}
