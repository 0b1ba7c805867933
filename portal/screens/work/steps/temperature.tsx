import { Notice } from '../../../../ui/components/notice.tsx'
import { apply } from '../../../work/say.ts'
import { tenthsOf } from '../../../work/temperature.ts'
import { ReadingKeys } from '../reading-keys.tsx'
import type { StepProps } from './step-props.ts'
import { TextField } from './text-field.tsx'

const USUAL_LIMIT = 373

export function TemperatureStep(props: StepProps) {
  const { draft, form, set } = props
  const { temperature } = draft.fields
  const tenths = tenthsOf(temperature)
  return (
    <>
      <ReadingKeys label={apply('temperatureLead')} value={temperature} onValue={reading => set({ temperature: reading })} />
      <TextField {...props} field="temperature" label={apply('otherReading')} inputMode="decimal" exact maxLength={8} />
      {tenths !== null && tenths >= (form?.temperatureLimit ?? USUAL_LIMIT) && <Notice tone="warn">{apply('feverish')}</Notice>}
    </>
  )
}
