import { Choice } from '../../../../ui/components/choice.tsx'
import { Notice } from '../../../../ui/components/notice.tsx'
import { isoDay } from '../../../../shared/identity/calendar-day.ts'
import { localToday } from '../../../work/check-fields.ts'
import { apply, sayFault, term } from '../../../work/say.ts'
import { SymptomKeys } from '../symptom-keys.tsx'
import type { StepProps } from './step-props.ts'
import { TextField } from './text-field.tsx'

type Question = 'resident' | 'anySymptom' | 'diagnosed' | 'closeContact' | 'hubeiContact' | 'leftProvince'

export function DaysStep(props: StepProps) {
  const { draft, faults, set } = props
  const { fields } = draft
  const ask = (field: Question) => (
    <Choice
      label={apply(field)}
      value={fields[field]}
      options={[
        { value: 'no', label: term('no') },
        { value: 'yes', label: term('yes') }
      ]}
      onValue={value => set({ [field]: value })}
      error={fields[field] === '' ? sayFault(faults[field]) : undefined}
    />
  )
  return (
    <div class="work-questions">
      <p>{apply('daysLead')}</p>
      {ask('resident')}
      {ask('anySymptom')}
      {fields.anySymptom === 'yes' && (
        <SymptomKeys
          label={apply('whichSymptoms')}
          value={fields.symptoms}
          onValue={symptoms => set({ symptoms })}
          error={sayFault(faults.anySymptom)}
        />
      )}
      {ask('diagnosed')}
      {ask('closeContact')}
      {ask('hubeiContact')}
      {ask('leftProvince')}
      {fields.leftProvince === 'yes' && (
        <TextField {...props} field="returnedOn" label={apply('returnedOn')} type="date" max={isoDay(localToday(Date.now()))} />
      )}
      {(fields.leftProvince === 'yes' || fields.resident === 'no') && <Notice>{apply('observe')}</Notice>}
    </div>
  )
}
