import { type DutyState, limitOf, type OnDuty } from './duty-phase.ts'

export type DutyEvent =
  | {
      readonly kind: 'sign-in'
      readonly by: 'pass' | 'pin'
      readonly operator: string
      readonly name: string
      readonly endsAt: number
      readonly at: number
    }
  | { readonly kind: 'sign-out' | 'stay' | 'tick'; readonly at: number }

/** What is to be recorded: one line of the attendance. */
export type DutyFact = {
  readonly operator: string
  readonly action: 'in' | 'out'
  readonly cause: 'pass' | 'pin' | 'hand' | 'end' | 'relieved'
  readonly at: number
}
export type DutyStep = { readonly state: DutyState; readonly facts: readonly DutyFact[] }

/** One event after another; what has ended by then ends first, at its own time and not at the event's. */
export function stepDuty(before: DutyState, event: DutyEvent): DutyStep {
  const { state, facts } = endIfOver(before, event.at)
  const next = act(state, event)
  return { state: next.state, facts: [...facts, ...next.facts] }
}

function endIfOver(state: DutyState, at: number): DutyStep {
  if (state === null || at < limitOf(state)) return { state, facts: [] }
  return { state: null, facts: [out(state, 'end', limitOf(state))] }
}

function act(state: DutyState, event: DutyEvent): DutyStep {
  switch (event.kind) {
    case 'tick':
      return { state, facts: [] }
    case 'stay':
      return { state: state === null ? null : { ...state, staysOn: true }, facts: [] }
    case 'sign-out':
      return state === null ? { state, facts: [] } : { state: null, facts: [out(state, 'hand', event.at)] }
    case 'sign-in':
      return signIn(state, event)
  }
}

function signIn(state: DutyState, { operator, name, endsAt, by, at }: DutyEvent & { kind: 'sign-in' }): DutyStep {
  if (endsAt <= at) return { state, facts: [] }
  // The same person again: a longer duty, not another one.
  if (state?.operator === operator) return { state: { ...state, name, endsAt }, facts: [] }
  const relieved = state === null ? [] : [out(state, 'relieved', at)]
  return {
    state: { operator, name, since: at, endsAt, staysOn: false },
    facts: [...relieved, { operator, action: 'in', cause: by, at }]
  }
}

/** A clock that went back must not let anybody leave before they came. */
const out = ({ operator, since }: OnDuty, cause: DutyFact['cause'], at: number): DutyFact => ({
  operator,
  action: 'out',
  cause,
  at: Math.max(since, at)
})
