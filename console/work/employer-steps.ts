import { type EmployerState, type EmployerStep, EMPLOYER_STEPS, nextEmployerState } from '../../shared/work/employer-states.ts'

/** What staff may do from a state, in the order of the table. */
export const stepsFrom = (state: EmployerState): EmployerStep[] =>
  EMPLOYER_STEPS.filter(step => nextEmployerState(state, step) !== null)

export const asksReason = (step: EmployerStep): boolean => step === 'return' || step === 'suspend'
export const asksSigning = (step: EmployerStep): boolean => step === 'approve' || step === 'resume'

/** Fewer than this are flagged (DOMAIN.md §2.3: supplies for at least 3 days). */
export const SUPPLIES_DAYS = 3
