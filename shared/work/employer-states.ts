/** An employer's restart filing (DOMAIN.md §2.3). Only an `approved` employer's workers are looked at, and only it may be authorised to sign. */
export const EMPLOYER_STATES = ['draft', 'filed', 'site-check', 'approved', 'returned', 'suspended'] as const
export type EmployerState = (typeof EMPLOYER_STATES)[number]

type Rule = { readonly from: readonly EmployerState[]; readonly to: EmployerState; readonly by: 'employer' | 'reviewer' }

export const EMPLOYER_RULES = {
  file: { from: ['draft', 'returned'], to: 'filed', by: 'employer' },
  visit: { from: ['filed'], to: 'site-check', by: 'reviewer' },
  approve: { from: ['filed', 'site-check'], to: 'approved', by: 'reviewer' },
  return: { from: ['filed', 'site-check'], to: 'returned', by: 'reviewer' },
  suspend: { from: ['approved'], to: 'suspended', by: 'reviewer' },
  resume: { from: ['suspended'], to: 'approved', by: 'reviewer' }
} as const satisfies Readonly<Record<string, Rule>>

export type EmployerEvent = keyof typeof EMPLOYER_RULES
export const EMPLOYER_EVENTS = Object.keys(EMPLOYER_RULES) as readonly EmployerEvent[]
export const EMPLOYER_STEPS = ['visit', 'approve', 'return', 'suspend', 'resume'] as const satisfies readonly EmployerEvent[]
export type EmployerStep = (typeof EMPLOYER_STEPS)[number]

export function nextEmployerState(state: EmployerState, event: EmployerEvent): EmployerState | null {
  const { from, to }: Rule = EMPLOYER_RULES[event]
  return from.includes(state) ? to : null
}
