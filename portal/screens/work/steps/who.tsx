import { Select } from '../../../../ui/components/select.tsx'
import { documentTyped } from '../../../work/check-fields.ts'
import { CHOSEN_DOCUMENT_TYPES, type DraftFields } from '../../../work/draft.ts'
import { apply } from '../../../work/say.ts'
import type { StepProps } from './step-props.ts'
import { TextField } from './text-field.tsx'

export function WhoStep(props: StepProps) {
  const { draft, set } = props
  const { fields, mode } = draft
  const phoneHint = mode.kind === 'clerk' ? apply('phoneClerk') : fields.forWhom === 'other' ? apply('phoneNone') : undefined
  return (
    <>
      <TextField {...props} field="name" label={apply('name')} />
      <Select
        label={apply('documentType')}
        value={fields.documentType}
        options={[
          { value: '', label: apply('type.auto') },
          ...CHOSEN_DOCUMENT_TYPES.map(value => ({ value, label: apply(`type.${value}`) }))
        ]}
        onValue={documentType => set({ documentType })}
      />
      {fields.documentType === 'passport' && (
        <TextField {...props} field="country" label={apply('country')} exact maxLength={3} hint={apply('countryHint')} />
      )}
      <TextField {...props} field="document" label={apply('document')} exact hint={recognised(fields)} />
      <TextField
        {...props}
        field="phone"
        label={apply('phone')}
        type="tel"
        exact
        hint={phoneHint}
        optional={phoneHint !== undefined}
      />
    </>
  )
}

/** Says that a number is right as soon as it is. */
function recognised(fields: DraftFields): string | undefined {
  if (fields.document.trim() === '') return undefined
  const typed = documentTyped(fields, Date.now())
  return typed.ok ? apply('recognised', { kind: apply(`type.${typed.value.document.type}`) }) : undefined
}
