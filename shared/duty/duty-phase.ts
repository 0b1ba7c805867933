/** Who serves at a phone. `staysOn`: beyond the end of the slot, until somebody takes over. Times in ms, corrected. */
export type OnDuty = {
  readonly operator: string
  /** Masked, as on the pass or in the plan. */
  readonly name: string
  readonly since: number
  readonly endsAt: number
  readonly staysOn: boolean
}
export type DutyState = OnDuty | null

/** Before the end the volunteer is warned: time enough to say "I stay". */
export const WARN_BEFORE_MS = 10 * 60_000
/** Nobody is on duty for longer without signing in anew: a forgotten phone must not name somebody for days. */
export const LONGEST_MS = 12 * 3_600_000

export const limitOf = ({ since, endsAt, staysOn }: OnDuty): number =>
  staysOn ? since + LONGEST_MS : Math.min(endsAt, since + LONGEST_MS)

/** `ending`: the slot is about to end. `over`: it has ended and the volunteer stays until relieved. */
export type DutyPhase = 'nobody' | 'on' | 'ending' | 'over'

export function dutyPhase(state: DutyState, at: number): DutyPhase {
  if (state === null) return 'nobody'
  if (state.staysOn) return at < state.endsAt ? 'on' : 'over'
  return at < limitOf(state) - WARN_BEFORE_MS ? 'on' : 'ending'
}
