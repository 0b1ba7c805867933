import { CLAIM_MS } from '../../shared/work/policy.ts'

let offsetMs = 0

/** A claim that was just made ends `CLAIM_MS` after the service's now: so much is this computer's clock off. */
export function learnServiceClock(claimUntil: number, now: number): void {
  offsetMs = claimUntil - CLAIM_MS - now
}

/** The service's time as far as it is known. */
export const serviceNow = (now: number = Date.now()): number => now + offsetMs
