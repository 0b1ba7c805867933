import { effect } from '@preact/signals'
import type { DutyState } from '../../shared/duty/duty-phase.ts'
import { type DutyEvent, stepDuty } from '../../shared/duty/duty-state.ts'
import { forgetSlots } from '../duty/kept-slots.ts'
import { keepDuty, keepHandover, keptDuty } from '../duty/kept-duty.ts'
import { duty, dutyNow } from './duty-now.ts'
import { operator, post } from './gate-state.ts'
import { keepRecord, newRecordId } from './records.ts'
import { tick } from './tick.ts'

/** One event: the screen and the log's operator change at once, what is to be recorded is kept. */
export async function tellDuty(event: DutyEvent): Promise<void> {
  const { state, facts } = stepDuty(duty.value, event)
  if (state !== duty.value) show(state)
  for (const fact of facts) {
    const body = { id: newRecordId(), gate: post.value?.gate ?? null, ...fact }
    // A full phone must not keep anybody from serving: the entries themselves name the operator.
    await keepRecord({ kind: 'duties', body }).catch(console.error)
  }
}

function show(state: DutyState): void {
  duty.value = state
  operator.value = state?.operator ?? null
  keepDuty(localStorage, state)
}

/** Goes on where a reload left off, and ends duties at their time from then on. The returned function ends that. */
export function watchDuty(): () => void {
  show(keptDuty(localStorage))
  return effect(() => {
    const at = dutyNow(tick.value)
    void tellDuty({ kind: 'tick', at })
  })
}

/** The phone is given back: nothing of who served stays on it. */
export function forgetDuty(): void {
  show(null)
  keepHandover(localStorage, null)
  forgetSlots(localStorage)
}
