import { useState } from 'preact/hooks'
import { isPin, PIN_DIGITS, pinLockMs } from '../../../shared/duty/pin.ts'
import { Button } from '../../../ui/components/button.tsx'
import { Notice } from '../../../ui/components/notice.tsx'
import { tc } from '../../../ui/i18n/common.ts'
import { td } from '../../../ui/i18n/duty.ts'
import { formatTime } from '../../../ui/i18n/format.ts'
import { nameOf } from '../../../ui/i18n/language.ts'
import { isPinOf, keptTries, noteTry } from '../../duty/check-pin.ts'
import { keptSlots } from '../../duty/kept-slots.ts'
import { type PinPlace, pinPlaces } from '../../duty/pin-places.ts'
import type { Candidate } from '../../duty/read-next.ts'
import { dutyNow } from '../../state/duty-now.ts'
import { post, trust } from '../../state/gate-state.ts'
import { tick } from '../../state/tick.ts'

type Props = { onCandidate: (candidate: Candidate) => Promise<void>; onBack: () => void }

/** Who has a place in the plan and no duty pass at hand: one's name, then the PIN. Works without a network. */
export function PinSignIn({ onCandidate, onBack }: Props) {
  const [place, setPlace] = useState<PinPlace | null>(null)
  const places = pinPlaces(keptSlots(localStorage), post.value?.gate ?? null, dutyNow(tick.value))
  return (
    <section class="shift" data-pin>
      <header class="shift-head">
        <h2>{td('pin.title')}</h2>
      </header>
      {place === null ? (
        <div class="shift-body">
          <p>{places.length === 0 ? td('pin.nobody') : td('pin.choose')}</p>
          {places.map(each => (
            <button key={each.id} type="button" class="gate-item" data-place={each.id} onClick={() => setPlace(each)}>
              {each.name} · {formatTime(each.start, 'time')}–{formatTime(each.end, 'time')} {gateOf(each)}
            </button>
          ))}
        </div>
      ) : (
        <Keypad place={place} onCandidate={onCandidate} />
      )}
      <footer class="shift-foot">
        <Button look="primary" class="gate-wide" onClick={place === null ? onBack : () => setPlace(null)}>
          {tc('action.back')}
        </Button>
      </footer>
    </section>
  )
}

const gateOf = ({ gate }: PinPlace): string => {
  const known = trust.value?.gates.find(({ id }) => id === gate)
  return known === undefined ? '' : nameOf(known)
}

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '', '0', '⌫'] as const

function Keypad({ place, onCandidate }: { place: PinPlace; onCandidate: Props['onCandidate'] }) {
  const [pin, setPin] = useState('')
  const [isWrong, setWrong] = useState(false)
  const [busy, setBusy] = useState(false)
  const lockMs = pinLockMs(keptTries(localStorage), Math.max(tick.value, Date.now()))
  const press = (key: string): void => {
    if (busy) return
    setWrong(false)
    const next = key === '⌫' ? pin.slice(0, -1) : (pin + key).slice(0, PIN_DIGITS)
    setPin(next)
    if (isPin(next)) void attempt(next)
  }
  const attempt = async (whole: string): Promise<void> => {
    setBusy(true)
    const isRight = await isPinOf(whole, place, keptSlots(localStorage)?.iterations ?? 1)
    noteTry(localStorage, isRight, Date.now())
    if (isRight) await onCandidate({ by: 'pin', operator: `slot-${place.id}`, name: place.name, endsAt: place.end })
    setBusy(false)
    setPin('')
    setWrong(!isRight)
  }
  if (lockMs > 0)
    return (
      <div class="shift-body">
        <Notice tone="error">{td('pin.locked', { minutes: Math.ceil(lockMs / 60_000) })}</Notice>
      </div>
    )
  return (
    <div class="shift-body">
      <p class="shift-who">{place.name}</p>
      <output class="shift-pin numbers" aria-label={td('pin.title')}>
        {'●'.repeat(pin.length).padEnd(PIN_DIGITS, '○')}
      </output>
      {isWrong && <Notice tone="error">{td('pin.wrong')}</Notice>}
      <div class="shift-keys">
        {KEYS.map(key =>
          key === '' ? (
            <span key="none" />
          ) : (
            <button
              key={key}
              type="button"
              class="gate-item"
              aria-label={key === '⌫' ? td('pin.delete') : key}
              data-key={key}
              onClick={() => press(key)}
            >
              {key}
            </button>
          )
        )}
      </div>
    </div>
  )
}
