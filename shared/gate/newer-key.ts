import { freshnessOf } from './freshness.ts'
import type { GateInput } from './gate-input.ts'

/**
 * Somebody comes in with a pass of a key that may be younger than what this phone knows. Keys are published a day ahead,
 * so that only a phone whose data are old can meet one; then the phone is at fault and not the resident.
 */
export const isPerhapsNewer = ({ verification, context, policy }: GateInput): boolean =>
  context.direction === 'in' &&
  verification.findings.some(({ isKeyUnknown }) => isKeyUnknown) &&
  freshnessOf(context.statusAsOf, context.at, policy) !== 'green'
