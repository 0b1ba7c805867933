import './roster.css'
import { useEffect, useRef, useState } from 'preact/hooks'
import { parseDocument } from '../../../shared/identity/detect-document.ts'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { formatCountdown } from '../../../ui/i18n/format.ts'
import { tRoster } from '../../../ui/i18n/roster.ts'
import { countMiss, keepAttempts, recallAttempts, waitMs } from '../../roster/attempts.ts'
import { lookUp } from '../../roster/look-up.ts'
import { pepperOf, rosterStore } from '../../roster/roster.ts'
import { serverTimeOf } from '../../state/clock.ts'
import { identity, isOnline } from '../../state/gate-state.ts'
import { syncNow } from '../../state/start-gate.ts'
import type { PanelProps } from '../panel-props.ts'
import { dayOf, passageOfRecord } from './roster-passage.ts'

type State = 'ready' | 'looking' | 'unknown' | 'empty'

/** Somebody without a code tells a document number; the phone opens that person's record and no other. */
export function RosterPanel({ flow, onClose }: PanelProps) {
  const site = identity.value?.site ?? 0
  const [number, setNumber] = useState('')
  const [state, setState] = useState<State>('ready')
  const wait = useWait(state)
  const parsed = number.trim() === '' ? null : parseDocument(number, dayOf(serverTimeOf(Date.now())))
  const pepper = pepperOf(site)
  useEffect(() => {
    if (pepper === null) syncNow()
  }, [pepper])
  const search = async (): Promise<void> => {
    if (parsed === null || !parsed.ok || pepper === null || wait > 0) return
    setState('looking')
    const found = await lookUp(await rosterStore(), pepper, site, parsed.value.document.number)
    if (found.kind === 'found') {
      if (await flow.perform(scanner => scanner.record(passageOfRecord(found.record)))) onClose()
      return
    }
    if (found.kind === 'unknown') keepAttempts(localStorage, countMiss(recallAttempts(localStorage), Date.now()))
    setState(found.kind)
  }
  const edit = (key: string): void => {
    setState('ready')
    setNumber(before => (key === '⌫' ? before.slice(0, -1) : `${before}${key}`))
  }
  return (
    <Dialog title={tRoster('roster.title')} onClose={onClose}>
      <output class="roster-number numbers" aria-label={tRoster('roster.number')} data-roster-number>
        {number === '' ? <span class="soft">{tRoster('roster.hint')}</span> : grouped(number)}
      </output>
      <p class="roster-told" role="status" data-roster-state={pepper === null ? 'locked' : state}>
        {told(state, wait, pepper !== null, parsed)}
      </p>
      <Keys onKey={edit} />
      <Letters value={number} onValue={text => (setState('ready'), setNumber(text.toUpperCase()))} />
      <div class="roster-actions">
        <button type="button" class="gate-big gate-big-plain" onClick={onClose} data-close>
          {tRoster('roster.close')}
        </button>
        <button
          type="button"
          class="gate-big"
          disabled={parsed?.ok !== true || pepper === null || wait > 0 || state === 'looking'}
          onClick={() => void search()}
          data-look-up
        >
          {tRoster(state === 'looking' ? 'roster.looking' : 'roster.search')}
        </button>
      </div>
    </Dialog>
  )
}

function told(state: State, wait: number, isOpen: boolean, parsed: ReturnType<typeof parseDocument> | null): string {
  if (!isOpen) return tRoster(isOnline.value ? 'roster.opening' : 'roster.locked')
  if (wait > 0) return tRoster('roster.wait', { time: formatCountdown(Math.ceil(wait / 1000)) })
  if (state === 'unknown') return tRoster('roster.unknown')
  if (state === 'empty') return tRoster('roster.empty')
  if (parsed === null) return tRoster('roster.lead')
  return parsed.ok ? tRoster(`document.${parsed.value.document.type}`) : tRoster(`documentFailure.${parsed.failure.code}`)
}

/** Milliseconds until the next try; counts down by itself. */
function useWait(state: State): number {
  const [wait, setWait] = useState(0)
  useEffect(() => {
    const look = (): void => setWait(waitMs(recallAttempts(localStorage), Date.now()))
    look()
    const timer = setInterval(look, 500)
    return () => clearInterval(timer)
  }, [state])
  return wait
}

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'X', '0', '⌫'] as const

/** Large enough for a glove. */
const Keys = ({ onKey }: { onKey: (key: string) => void }) => (
  <fieldset class="roster-keys" aria-label={tRoster('roster.keys')}>
    {KEYS.map(key => (
      <button key={key} type="button" class="roster-key numbers" onClick={() => onKey(key)} data-key={key}>
        {key}
      </button>
    ))}
  </fieldset>
)

/** For permits and passports, with the phone's own keyboard. */
function Letters({ value, onValue }: { value: string; onValue: (text: string) => void }) {
  const [isOpen, setOpen] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [isOpen])
  if (!isOpen)
    return (
      <button type="button" class="roster-letters" onClick={() => setOpen(true)} data-letters>
        {tRoster('roster.letters')}
      </button>
    )
  return (
    <input
      ref={field}
      class="input roster-field"
      value={value}
      aria-label={tRoster('roster.number')}
      autocomplete="off"
      autocapitalize="characters"
      spellcheck={false}
      maxLength={20}
      onInput={event => onValue(event.currentTarget.value)}
    />
  )
}

/** 370101 19900307 001X: as it stands on the card, easy to compare. */
const grouped = (number: string): string =>
  /^\d{7,}/.test(number) ? [number.slice(0, 6), number.slice(6, 14), number.slice(14)].join(' ').trim() : number
