import { tc } from '../../../ui/i18n/common.ts'
import { tv } from '../../../ui/i18n/vehicle.ts'
import { FlowKey, FlowPanel } from '../flow/flow-panel.tsx'

type Props = { readonly plate: string; readonly onCount: (passengers: number | null) => void; readonly onBack: () => void }

const COUNTS = [0, 1, 2, 3, 4, 5, 6, 7, 8]

/** One tap, and the vehicle is written down. */
export const PassengerCount = ({ plate, onCount, onBack }: Props) => (
  <FlowPanel name="passengers" title={tv('vehicle.passengers')} who={plate}>
    <fieldset class="flow-keys vehicle-counts">
      {COUNTS.map(count => (
        <FlowKey key={count} name={String(count)} onClick={() => onCount(count)}>
          {count}
        </FlowKey>
      ))}
    </fieldset>
    <div class="flow-row">
      <FlowKey name="back" onClick={onBack}>
        {tc('action.back')}
      </FlowKey>
      <FlowKey name="not-counted" onClick={() => onCount(null)}>
        {tv('vehicle.notCounted')}
      </FlowKey>
    </div>
  </FlowPanel>
)
