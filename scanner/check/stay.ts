import type { RecentEntry } from '../../shared/gate/gate-input.ts'
import type { EpochSeconds } from '../../shared/time.ts'
import type { GateDirection } from '../../shared/trust/trust-bundle.ts'
import type { Verification } from '../../shared/verify/verify.ts'

/**
 * Minutes that a visitor who goes out has been inside, from the passages that this phone knows; null: no visitor's pass,
 * not going out, or nobody saw them come in.
 */
export function stayMinutesOf(
  verification: Verification,
  direction: GateDirection,
  recent: readonly RecentEntry[],
  at: EpochSeconds
): number | null {
  if (!verification.readable || !verification.genuine || verification.pass.kind !== 'visitor' || direction !== 'out') return null
  const { serial } = verification.pass
  const own = recent.filter(entry => entry.serial === serial && entry.at <= at).sort((a, b) => b.at - a.at)
  const cameIn = own[0]?.direction === 'in' ? own[0] : null
  return cameIn === null ? null : Math.floor((at - cameIn.at) / 60)
}
