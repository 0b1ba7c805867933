import { useState } from 'preact/hooks'
import { tt } from '../../../ui/i18n/temperature.ts'
import { press, quickReadings, READING_KEYS, readingOf, readingText, typedText } from '../../temperature/reading.ts'
import { FlowKey } from '../flow/flow-panel.tsx'

type Props = {
  readonly limit: number
  readonly onReading: (tenths: number) => void
  /** The way out, in words. */
  readonly out: string
  readonly onOut: () => void
}

/** One tap for what nearly everybody has; three digits for the rest. */
export function ReadingPad({ limit, onReading, out, onOut }: Props) {
  const [isTyping, setTyping] = useState(false)
  if (isTyping) return <TypedReading onReading={onReading} onBack={() => setTyping(false)} />
  return (
    <fieldset class="flow-keys temperature-pad">
      {quickReadings(limit).map(tenths => (
        <FlowKey key={tenths} name={String(tenths)} onClick={() => onReading(tenths)}>
          {readingText(tenths)}
        </FlowKey>
      ))}
      <FlowKey name="other" onClick={() => setTyping(true)}>
        {tt('temperature.other')}
      </FlowKey>
      <FlowKey name="out" onClick={onOut}>
        {out}
      </FlowKey>
    </fieldset>
  )
}

function TypedReading({ onReading, onBack }: Pick<Props, 'onReading'> & { onBack: () => void }) {
  const [typed, setTyped] = useState('')
  const reading = readingOf(typed)
  return (
    <>
      <div class="flow-row">
        <FlowKey name="quick" onClick={onBack}>
          {tt('temperature.quick')}
        </FlowKey>
        <output class="temperature-display numbers">{typedText(typed)} ℃</output>
      </div>
      <fieldset class="flow-keys temperature-pad">
        {READING_KEYS.map(key => (
          <FlowKey key={key} name={key} onClick={() => setTyped(press(typed, key))}>
            {key === 'back' ? tt('temperature.delete') : key}
          </FlowKey>
        ))}
        <FlowKey name="ok" isMain disabled={reading === null} onClick={() => reading !== null && onReading(reading)}>
          {tt('temperature.ok')}
        </FlowKey>
      </fieldset>
    </>
  )
}
