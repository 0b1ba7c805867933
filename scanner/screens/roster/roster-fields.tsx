import { useEffect, useRef, useState } from 'preact/hooks'
import { tRoster } from '../../../ui/i18n/roster.ts'
import type { TypedClaim } from '../../roster/read-claim.ts'

type Props = { readonly typed: TypedClaim; readonly onTyped: (typed: TypedClaim) => void }

const WAYS = ['document', 'phone'] as const

export const WayKeys = ({ typed, onTyped }: Props) => (
  <fieldset class="roster-ways" aria-label={tRoster('roster.way')}>
    {WAYS.map(way => (
      <button
        key={way}
        type="button"
        class="roster-way"
        aria-pressed={typed.way === way}
        onClick={() => onTyped({ ...typed, way })}
        data-way={way}
      >
        {tRoster(`roster.way.${way}`)}
      </button>
    ))}
  </fieldset>
)

/** Both are told by the person; nothing is offered to choose from. */
export const PhoneFields = ({ typed, onTyped }: Props) => (
  <>
    <label class="roster-label">
      {tRoster('roster.phone')}
      <input
        class="input roster-field numbers"
        name="phone"
        type="tel"
        value={typed.phone}
        autocomplete="off"
        maxLength={30}
        onInput={event => onTyped({ ...typed, phone: event.currentTarget.value })}
      />
    </label>
    <label class="roster-label">
      {tRoster('roster.name')}
      <input
        class="input roster-field"
        name="name"
        value={typed.name}
        autocomplete="off"
        spellcheck={false}
        maxLength={60}
        onInput={event => onTyped({ ...typed, name: event.currentTarget.value })}
      />
    </label>
  </>
)

export function DocumentFields({ typed, onTyped }: Props) {
  const { document: number } = typed
  const edit = (text: string): void => onTyped({ ...typed, document: text })
  return (
    <>
      <output class="roster-number numbers" aria-label={tRoster('roster.number')} data-roster-number>
        {number === '' ? <span class="soft">{tRoster('roster.hint')}</span> : grouped(number)}
      </output>
      <Keys onKey={key => edit(key === '⌫' ? number.slice(0, -1) : `${number}${key}`)} />
      <Letters value={number} onValue={text => edit(text.toUpperCase())} />
    </>
  )
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
