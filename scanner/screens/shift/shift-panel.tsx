import './shift.css'
import { useCallback, useState } from 'preact/hooks'
import { dutyPhase, limitOf, type OnDuty } from '../../../shared/duty/duty-phase.ts'
import { Button } from '../../../ui/components/button.tsx'
import { Notice } from '../../../ui/components/notice.tsx'
import { tc } from '../../../ui/i18n/common.ts'
import { td } from '../../../ui/i18n/duty.ts'
import { formatTime } from '../../../ui/i18n/format.ts'
import { keptHandover } from '../../duty/kept-duty.ts'
import type { Candidate } from '../../duty/read-next.ts'
import { tellDuty } from '../../state/duty.ts'
import { duty, dutyNow } from '../../state/duty-now.ts'
import { tick } from '../../state/tick.ts'
import type { PanelProps } from '../panel-props.ts'
import { HandOver } from './hand-over.tsx'
import { PinSignIn } from './pin-sign-in.tsx'
import { useCandidate } from './use-candidate.ts'

/** Sign in, stay, hand over: over the lower part of the screen, the camera above. */
export function ShiftPanel({ onClose }: PanelProps) {
  const [at, setAt] = useState<'now' | 'hand-over' | 'pin'>('now')
  const signIn = useCallback(async (candidate: Candidate) => {
    await tellDuty({ kind: 'sign-in', ...candidate, at: dutyNow() })
    setAt('now')
  }, [])
  const back = (): void => setAt('now')
  if (at === 'hand-over') return <HandOver onClose={onClose} onBack={back} />
  if (at === 'pin') return <PinSignIn onCandidate={signIn} onBack={back} />
  return <Now onSignIn={signIn} onClose={onClose} onOpen={setAt} />
}

type NowProps = {
  onSignIn: (candidate: Candidate) => Promise<void>
  onClose: () => void
  onOpen: (at: 'hand-over' | 'pin') => void
}

function Now({ onSignIn, onClose, onOpen }: NowProps) {
  const state = duty.value
  const refusal = useCandidate(onSignIn)
  const note = keptHandover(localStorage)?.note ?? ''
  return (
    <section class="shift" data-shift>
      <header class="shift-head">
        <h2>{td('shift.title')}</h2>
      </header>
      <div class="shift-body">
        {state === null ? <p class="shift-scan">{td('shift.scan')}</p> : <Who state={state} />}
        {refusal !== null && <Notice tone="error">{td(`shift.refused.${refusal}`)}</Notice>}
        {state === null && <p>{td('shift.noNeed')}</p>}
        {note !== '' && (
          <>
            <h3>{td('shift.lastNote')}</h3>
            <p class="shift-note">{note}</p>
          </>
        )}
      </div>
      <footer class="shift-foot">
        {state !== null && <StayKey state={state} />}
        {state === null && (
          <Button class="gate-wide" onClick={() => onOpen('pin')} data-by-pin>
            {td('pin.title')}
          </Button>
        )}
        <Button class="gate-wide" onClick={() => onOpen('hand-over')} data-hand-over>
          {td('shift.handOver')}
        </Button>
        {state !== null && (
          <Button class="gate-wide" onClick={() => void tellDuty({ kind: 'sign-out', at: dutyNow() })} data-sign-out>
            {td('shift.signOut')}
          </Button>
        )}
        <Button look="primary" class="gate-wide" onClick={onClose} data-close>
          {tc('action.close')}
        </Button>
      </footer>
    </section>
  )
}

const Who = ({ state }: { state: OnDuty }) => (
  <div>
    <p class="shift-who">{state.name}</p>
    <p class="numbers">
      {td('shift.since', { time: formatTime(state.since, 'time') })} ·{' '}
      {state.staysOn ? td('shift.staying') : td('shift.until', { time: formatTime(limitOf(state), 'time') })}
    </p>
  </div>
)

/** One tap before the end, and nobody is signed out in the middle of a queue. */
function StayKey({ state }: { state: OnDuty }) {
  if (dutyPhase(state, dutyNow(tick.value)) !== 'ending') return null
  return (
    <Button look="primary" class="gate-wide" onClick={() => void tellDuty({ kind: 'stay', at: dutyNow() })} data-stay>
      {td('shift.stay')}
    </Button>
  )
}
