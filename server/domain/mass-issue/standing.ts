import type { MassExclusion } from '../../../shared/schema/mass-issue.ts'
import type { HolderKeys, MassChoice, PassOf } from '../../ports/mass-issue-storage.ts'
import type { MemberOf } from '../../ports/register-storage.ts'

export type Standing = { kind: 'exclude'; reason: MassExclusion } | { kind: 'issue'; replaces: number | null }

/** A hold is lifted by its own step, never by a new pass; of several passes the one that lasts longest counts. */
export function standing(passes: readonly PassOf[], renewUntil: number): Standing {
  if (passes.some(({ status }) => status === 'held')) return { kind: 'exclude', reason: 'held' }
  const [longest] = [...passes].sort((a, b) => b.endsAt - a.endsAt)
  if (longest === undefined) return { kind: 'issue', replaces: null }
  return longest.endsAt <= renewUntil ? { kind: 'issue', replaces: longest.serial } : { kind: 'exclude', reason: 'has-pass' }
}

/**
 * What came since the choice and is in the way of it: a hold, a pass of another issue or a desk, or that what is to be renewed
 * was renewed or withdrawn. `passes`: what stood when the choice was made or stands at `now` (epoch seconds).
 */
export function inTheWay({ replaces }: MassChoice, passes: readonly PassOf[], now: number): MassExclusion | null {
  if (passes.some(({ status }) => status === 'held')) return 'held'
  const renewed = passes.find(({ serial }) => serial === replaces)
  if (replaces !== null && renewed === undefined) return 'has-pass'
  const until = renewed?.endsAt ?? now
  return passes.some(({ serial, endsAt }) => serial !== replaces && endsAt > Math.max(until, now)) ? 'has-pass' : null
}

export const keysOfMember = ({ household, person, documentIndex }: MemberOf): HolderKeys => ({
  household,
  person,
  documentIndex,
  plate: null
})

export const keysOfCar = ({ household, plate }: { household: number; plate: string }): HolderKeys => ({
  household,
  person: null,
  documentIndex: null,
  plate
})
