import type { QueueItem } from '../../shared/schema/work-review.ts'
import { CLAIM_MS } from '../../shared/work/policy.ts'

/** Who may decide now. `ending`: the caller's own claim is over in a few minutes. */
export type ClaimState = 'free' | 'mine' | 'ending' | 'over' | 'other' | 'closed'

const ENDING_MS = 5 * 60_000

/** Milliseconds of a claim that are left; never more than a whole one, however wrong this computer's clock is. */
export const claimLeftMs = (until: number, now: number): number => Math.min(CLAIM_MS, Math.max(0, until - now))

export function claimState({ state, claim }: Pick<QueueItem, 'state' | 'claim'>, now: number): ClaimState {
  if (state === 'submitted') return 'free'
  if (state !== 'under-review') return 'closed'
  if (claim === null) return 'over'
  if (!claim.isMine) return claimLeftMs(claim.until, now) === 0 ? 'over' : 'other'
  const left = claimLeftMs(claim.until, now)
  if (left === 0) return 'over'
  return left <= ENDING_MS ? 'ending' : 'mine'
}
