import { useState } from 'preact/hooks'
import { isEmergency, type VehicleClass } from '../../../shared/log/entry.ts'
import { t } from '../../../ui/i18n/gate.ts'
import { panel } from '../../state/panel.ts'
import { policyNow } from '../../state/policy-now.ts'
import { rememberPlate } from '../../vehicle/plate-memory.ts'
import { asksForReason } from '../../vehicle/vehicle-question.ts'
import type { PanelProps } from '../panel-props.ts'
import { ClassChoice } from './class-choice.tsx'
import { OtherPlate } from './other-plate.tsx'
import { PassengerCount } from './passenger-count.tsx'
import { PlateEntry } from './plate-entry.tsx'
import { VehicleAdmit } from './vehicle-admit.tsx'
import './vehicle.css'

type Stage = 'class' | 'plate' | 'other'

/** Vehicles without a pass: by class in one tap, or by plate and passengers; then in with a reason, or not. */
export function VehiclePanel({ flow, onClose }: PanelProps) {
  const [stage, setStage] = useState<Stage>('class')
  const [plate, setPlate] = useState<string | null>(null)
  const notice = flow.notice.value === null ? null : t(flow.notice.value)
  const standing = flow.shown.value
  const over = (work: () => void) => (): void => {
    work()
    onClose()
  }
  if (standing !== null && asksForReason(standing.decision, policyNow(Date.now())))
    return (
      <VehicleAdmit
        shown={standing}
        notice={notice}
        onAdmit={reason => void flow.override(reason).then(() => flow.shown.value === null && onClose())}
        onRefuse={over(flow.dismiss)}
        onVerdict={onClose}
      />
    )
  const record = async (vehicleClass: VehicleClass, details: { plate?: string; passengers?: number | null } = {}) => {
    const presented = isEmergency(vehicleClass) ? 'emergency' : 'vehicle'
    const method = details.plate === undefined ? 'class' : 'plate'
    if (!(await flow.perform(scanner => scanner.record({ method, presented, vehicleClass, ...details })))) return
    if (details.plate !== undefined) rememberPlate(localStorage, details.plate, Date.now())
    const next = flow.shown.value
    const isAsked = next !== null && asksForReason(next.decision, policyNow(Date.now()))
    if (!isAsked && panel.value === 'vehicle') onClose() // a PASS, or a verdict that its own screen tells
  }
  if (plate !== null)
    return (
      <PassengerCount
        plate={plate}
        onCount={passengers => void record('car', { plate, passengers })}
        onBack={() => setPlate(null)}
      />
    )
  if (stage === 'plate')
    return <PlateEntry onPlate={setPlate} onOther={() => setStage('other')} onBack={() => setStage('class')} />
  if (stage === 'other') return <OtherPlate onPlate={setPlate} onBack={() => setStage('plate')} />
  return (
    <ClassChoice
      notice={notice}
      onClass={vehicleClass => void record(vehicleClass)}
      onType={() => setStage('plate')}
      onClose={onClose}
    />
  )
}
