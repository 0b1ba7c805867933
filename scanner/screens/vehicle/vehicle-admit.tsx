import { tv } from '../../../ui/i18n/vehicle.ts'
import type { Shown } from '../../state/shown.ts'
import { FlowKey, FlowPanel } from '../flow/flow-panel.tsx'

const REASONS = [
  'vehicle.reason.resident',
  'vehicle.reason.delivery',
  'vehicle.reason.public',
  'vehicle.reason.medical',
  'vehicle.reason.confirmed'
] as const

type Props = {
  readonly shown: Shown
  readonly notice: string | null
  readonly onAdmit: (reason: string) => void
  readonly onRefuse: () => void
  readonly onVerdict: () => void
}

/** A vehicle without a pass is written down by now: looked at, it goes with one tap, which is the reason. */
export const VehicleAdmit = ({ shown, notice, onAdmit, onRefuse, onVerdict }: Props) => {
  const { plate, vehicleClass } = shown.entry
  const who = plate ?? (vehicleClass === null ? '' : tv(`vehicle.class.${vehicleClass}`))
  return (
    <FlowPanel name="vehicle-admit" tone="check" title={tv('vehicle.admit')} who={who}>
      {notice !== null && <p class="flow-error">{notice}</p>}
      {shown.decision.notices.map(({ prefix, notice: text }) => (
        <p key={prefix} class="flow-watch">
          {text}
        </p>
      ))}
      <div class="vehicle-reasons">
        {REASONS.map(reason => (
          <FlowKey key={reason} name={reason} onClick={() => onAdmit(tv(reason))}>
            {tv(reason)}
          </FlowKey>
        ))}
        <FlowKey name="verdict" onClick={onVerdict}>
          {tv('vehicle.verdict')}
        </FlowKey>
      </div>
      <FlowKey name="refuse" isMain onClick={onRefuse}>
        {tv('vehicle.refuse')}
      </FlowKey>
    </FlowPanel>
  )
}
