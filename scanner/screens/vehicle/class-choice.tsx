import { isEmergency, VEHICLE_CLASSES, type VehicleClass } from '../../../shared/log/entry.ts'
import { tc } from '../../../ui/i18n/common.ts'
import { tv } from '../../../ui/i18n/vehicle.ts'
import { FlowKey, FlowPanel } from '../flow/flow-panel.tsx'

type Props = {
  readonly notice: string | null
  readonly onClass: (vehicleClass: VehicleClass) => void
  readonly onType: () => void
  readonly onClose: () => void
}

const EMERGENCIES = VEHICLE_CLASSES.filter(isEmergency)
/** A car is known by its plate. */
const OTHERS = VEHICLE_CLASSES.filter(each => !isEmergency(each) && each !== 'car')

/** What drives up: an ambulance is one tap away from the open gate, a truck from its entry. */
export const ClassChoice = ({ notice, onClass, onType, onClose }: Props) => (
  <FlowPanel name="vehicle" title={tv('vehicle.title')}>
    {notice !== null && <p class="flow-error">{notice}</p>}
    <Classes title={tv('vehicle.emergency')} classes={EMERGENCIES} onClass={onClass} />
    <Classes title={tv('vehicle.classes')} classes={OTHERS} onClass={onClass} />
    <div class="flow-row">
      <FlowKey name="close" onClick={onClose}>
        {tc('action.close')}
      </FlowKey>
      <FlowKey name="type" isMain onClick={onType}>
        {tv('vehicle.type')}
      </FlowKey>
    </div>
  </FlowPanel>
)

type ClassesProps = { title: string; classes: readonly VehicleClass[]; onClass: Props['onClass'] }

const Classes = ({ title, classes, onClass }: ClassesProps) => (
  <fieldset class="flow-keys vehicle-classes">
    <legend>{title}</legend>
    {classes.map(each => (
      <FlowKey key={each} name={each} onClick={() => onClass(each)}>
        {tv(`vehicle.class.${each}`)}
      </FlowKey>
    ))}
  </fieldset>
)
