import { useState } from 'preact/hooks'
import { parseOtherPlate } from '../../../shared/identity/plate.ts'
import { tc } from '../../../ui/i18n/common.ts'
import { tv } from '../../../ui/i18n/vehicle.ts'
import { FlowKey, FlowPanel } from '../flow/flow-panel.tsx'

/** What a log entry holds of a plate. */
const MOST = 20

/** Paper plates, e-bikes, tricycles: free text, so that nobody is kept waiting for a pattern. */
export function OtherPlate({ onPlate, onBack }: { onPlate: (plate: string) => void; onBack: () => void }) {
  const [text, setText] = useState('')
  const plate = parseOtherPlate(text)
  const isFine = plate.ok && plate.value.plate.length <= MOST
  return (
    <FlowPanel name="other-plate" title={tv('vehicle.other')}>
      <label class="flow-field">
        {tv('vehicle.otherLabel')}
        <input class="flow-input" value={text} maxLength={MOST} onInput={event => setText(event.currentTarget.value)} />
      </label>
      {text !== '' && !isFine && <p class="flow-error">{tv('vehicle.otherWrong')}</p>}
      <div class="flow-row">
        <FlowKey name="back" onClick={onBack}>
          {tc('action.back')}
        </FlowKey>
        <FlowKey name="ok" isMain disabled={!isFine} onClick={() => plate.ok && onPlate(plate.value.plate)}>
          {tv('vehicle.ok')}
        </FlowKey>
      </div>
    </FlowPanel>
  )
}
