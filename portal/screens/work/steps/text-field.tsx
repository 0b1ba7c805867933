import { Field } from '../../../../ui/components/field.tsx'
import type { DraftField } from '../../../work/draft.ts'
import { sayFault, term } from '../../../work/say.ts'
import type { StepProps } from './step-props.ts'

type Props = StepProps & {
  field: DraftField
  label: string
  hint?: string | undefined
  optional?: boolean
  exact?: boolean
  type?: 'text' | 'tel' | 'date'
  inputMode?: 'text' | 'numeric' | 'decimal'
  maxLength?: number
  max?: string
}

/** Longer than every limit, so that a paste of a novel is told and not silently cut in the middle. */
const LONGEST = 300

export function TextField({ draft, faults, set, form: _, field, label, hint, optional = false, maxLength, ...rest }: Props) {
  const error = sayFault(faults[field])
  return (
    <Field
      label={label + (optional ? term('optional') : '')}
      hint={error === undefined ? hint : undefined}
      error={error}
      name={field}
      autocomplete="off"
      maxLength={maxLength ?? LONGEST}
      value={draft.fields[field]}
      onValue={value => set({ [field]: value })}
      {...rest}
    />
  )
}
