import { CLAIM_MS } from '../../shared/work/policy.ts'

/** What is then shown of a claim whose true rest is not known. */
const LEAST_MS = 60_000

let offsetMs = 0

/** A claim that was just made ends `CLAIM_MS` after the service's now: so much is this computer's clock off. */
export function learnServiceClock(claimUntil: number, now: number): void {
  offsetMs = claimUntil - CLAIM_MS - now
}

/** A claim that the service still tells of is not over: this computer's clock is at most so wrong. */
export function boundServiceClock(claimUntil: number, now: number): void {
  const at = serviceNow(now)
  const [earliest, latest] = [claimUntil - CLAIM_MS, claimUntil - LEAST_MS]
  if (at < earliest) offsetMs = earliest - now
  if (at > latest) offsetMs = latest - now
}

/** The service's time as far as it is known. */
export const serviceNow = (now: number = Date.now()): number => now + offsetMs
