import { endOf, startOf } from '../../pass/codec.ts'
import type { CurrentCheck } from '../subject.ts'

/** Clocks of issuer and gate may differ by this much without a resident noticing. */
export const CLOCK_SKEW_SECONDS = 300

export const checkWindow: CurrentCheck = ({ pass, at }) => {
  if (at < startOf(pass.content) - CLOCK_SKEW_SECONDS) return { reason: 'NOT_YET' }
  if (at >= endOf(pass.content) + CLOCK_SKEW_SECONDS) return { reason: 'EXPIRED' }
  return null
}
