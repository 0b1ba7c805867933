/** States of an application for a work or school card (DOMAIN.md §2.5). */
export const WORK_STATES = [
  'draft',
  'submitted',
  'under-review',
  'more-info',
  'approved',
  'issued',
  'rejected',
  'withdrawn',
  'lapsed'
] as const
export type WorkState = (typeof WORK_STATES)[number]

/** Who causes an event. `clock`: the timers job; `service`: the service itself, at once or when it starts again. */
export type WorkActor = 'applicant' | 'employer' | 'reviewer' | 'clock' | 'service'

type Rule = {
  readonly from: readonly WorkState[]
  readonly to: WorkState
  readonly by: readonly WorkActor[]
  /** For the documentation page. */
  readonly when: string
}

/**
 * The whole machine: what is not here is not possible. An employer submits for a worker without a phone, and approves where
 * the policy and the community authorised it. A failed signature is no event: the application stays `approved` until `sign`.
 */
export const WORK_RULES = {
  submit: {
    from: ['draft'],
    to: 'submitted',
    by: ['applicant', 'employer'],
    when: 'the declaration is complete and committed to'
  },
  claim: { from: ['submitted'], to: 'under-review', by: ['reviewer', 'employer'], when: 'somebody takes it, for 30 minutes' },
  release: { from: ['under-review'], to: 'submitted', by: ['reviewer'], when: 'who took it gives it back' },
  idle: { from: ['under-review'], to: 'submitted', by: ['clock'], when: '30 minutes after the claim' },
  ask: { from: ['under-review'], to: 'more-info', by: ['reviewer'], when: 'something is missing or unclear' },
  resubmit: { from: ['more-info'], to: 'submitted', by: ['applicant', 'employer'], when: 'the question is answered' },
  lapse: { from: ['more-info'], to: 'lapsed', by: ['clock'], when: '72 hours after an unanswered question' },
  approve: {
    from: ['under-review'],
    to: 'approved',
    by: ['reviewer', 'employer'],
    when: 'the decision, with the policy of that moment'
  },
  sign: { from: ['approved'], to: 'issued', by: ['service'], when: 'the card is signed and stored in the same transaction' },
  reject: { from: ['under-review'], to: 'rejected', by: ['reviewer'], when: 'with a coded reason; a new application is allowed' },
  withdraw: {
    from: ['draft', 'submitted', 'more-info'],
    to: 'withdrawn',
    by: ['applicant', 'employer'],
    when: 'the applicant no longer wants it'
  }
} as const satisfies Readonly<Record<string, Rule>>

export type WorkEvent = keyof typeof WORK_RULES
export const WORK_EVENTS = Object.keys(WORK_RULES) as readonly WorkEvent[]

/** Where an event leads from a state; null: it is not possible there. */
export function nextWorkState(state: WorkState, event: WorkEvent): WorkState | null {
  const { from, to }: Rule = WORK_RULES[event]
  return from.includes(state) ? to : null
}

/** What an event may start from, for compare-and-set. */
export const fromStatesOf = (event: WorkEvent): readonly WorkState[] => WORK_RULES[event].from

/** No event leads out of these. */
export const FINAL_WORK_STATES: readonly WorkState[] = WORK_STATES.filter(
  state => !WORK_EVENTS.some(event => fromStatesOf(event).includes(state))
)
export const isOpenWorkState = (state: WorkState): boolean => !FINAL_WORK_STATES.includes(state)
