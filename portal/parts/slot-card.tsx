import { useState } from 'preact/hooks'
import type { OpenSlot } from '../../shared/schema/shifts.ts'
import { Button } from '../../ui/components/button.tsx'
import type { ShownLanguage } from '../../ui/i18n/dictionary.ts'
import { TIME_ZONE } from '../../ui/i18n/format.ts'
import { type ShiftPageWord, sayShift } from '../../ui/i18n/shift-page.ts'
import { shownLanguage } from '../state/shown-language.ts'

type Props = {
  slot: OpenSlot
  /** Server time. */
  now: number
  busy: boolean
  onTake: (slot: OpenSlot) => void
  onGiveBack: (slot: OpenSlot) => void
}

const LOCALES: Readonly<Record<ShownLanguage, string>> = { zh: 'zh-CN', en: 'en-GB', ko: 'ko-KR', ja: 'ja-JP' }

const dayText = (ms: number, language: ShownLanguage): string =>
  new Intl.DateTimeFormat(LOCALES[language], { weekday: 'short', month: 'short', day: 'numeric', timeZone: TIME_ZONE }).format(ms)
const timeText = (ms: number): string =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: TIME_ZONE }).format(ms)

export function SlotCard({ slot, now, busy, onTake, onGiveBack }: Props) {
  const language = shownLanguage.value
  const say = (key: ShiftPageWord, params?: Record<string, number>): string => sayShift(key, language, params)
  const free = slot.places - slot.taken
  return (
    <article class="card slot" data-slot={slot.id}>
      <p class="slot-time numbers">
        {dayText(slot.start, language)}{' '}
        <strong>
          {timeText(slot.start)}–{timeText(slot.end)}
        </strong>
      </p>
      <p>
        {language === 'zh' ? slot.gateName : slot.gateNameEn}
        {slot.pin === null && ` · ${free > 0 ? say('free', { count: free }) : say('full')}`}
      </p>
      {slot.pin !== null && (
        <p class="slot-pin">
          {say('pin')} <strong class="numbers">{slot.pin}</strong>
        </p>
      )}
      {slot.pin === null && free > 0 && (
        <Button look="primary" class="slot-key" disabled={busy} onClick={() => onTake(slot)} data-take>
          {say('take')}
        </Button>
      )}
      {slot.pin !== null &&
        (now < slot.start ? <GiveBack slot={slot} busy={busy} onGiveBack={onGiveBack} /> : <p class="soft">{say('begun')}</p>)}
    </article>
  )
}

/** Twice, so that no thumb gives a shift back in passing. */
function GiveBack({ slot, busy, onGiveBack }: Pick<Props, 'slot' | 'busy' | 'onGiveBack'>) {
  const [asks, setAsks] = useState(false)
  return (
    <Button
      look={asks ? 'danger' : 'plain'}
      class="slot-key"
      disabled={busy}
      onClick={() => (asks ? onGiveBack(slot) : setAsks(true))}
      data-give-back
    >
      {sayShift(asks ? 'sure' : 'giveBack', shownLanguage.value)}
    </Button>
  )
}
