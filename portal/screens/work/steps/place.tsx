import { Select } from '../../../../ui/components/select.tsx'
import { parseCreditCode } from '../../../../shared/identity/credit-code.ts'
import { TRANSPORTS } from '../../../../shared/work/words.ts'
import { apply, sayFault, term } from '../../../work/say.ts'
import type { StepProps } from './step-props.ts'
import { TextField } from './text-field.tsx'

export function PlaceStep(props: StepProps) {
  const { draft, faults, set } = props
  const { creditCode, transport } = draft.fields
  return (
    <>
      <TextField {...props} field="company" label={apply('company')} />
      <TextField
        {...props}
        field="creditCode"
        label={apply('creditCode')}
        hint={parseCreditCode(creditCode).ok ? apply('creditCodeRight') : apply('creditCodeHint')}
        optional
        exact
      />
      <TextField {...props} field="contact" label={apply('contact')} optional />
      <TextField {...props} field="companyPhone" label={apply('companyPhone')} type="tel" exact optional />
      <TextField {...props} field="destination" label={apply('destination')} optional />
      <Select
        label={apply('transport')}
        error={sayFault(faults.transport)}
        value={transport}
        options={[
          { value: '', label: apply('chooseOne') },
          ...TRANSPORTS.map(value => ({ value, label: term(`transport.${value}`) }))
        ]}
        onValue={value => set({ transport: value })}
      />
    </>
  )
}
