import { dutyPhase } from '../../shared/duty/duty-phase.ts'
import { tl } from '../../ui/i18n/duty-line.ts'
import { formatTime } from '../../ui/i18n/format.ts'
import { duty, dutyNow } from '../state/duty-now.ts'
import { openPanel } from '../state/panel.ts'
import { tick } from '../state/tick.ts'

/** Who serves, always in sight; nobody is a fact and no obstacle. A tap leads to the shift. */
export function DutyLine() {
  const state = duty.value
  const phase = dutyPhase(state, dutyNow(tick.value))
  return (
    <button type="button" class="gate-duty" data-phase={phase} onClick={() => openPanel('shift')}>
      {state === null
        ? tl('duty.nobody')
        : tl(`duty.${phase === 'nobody' ? 'on' : phase}`, { name: state.name, time: formatTime(state.endsAt, 'time') })}
    </button>
  )
}
