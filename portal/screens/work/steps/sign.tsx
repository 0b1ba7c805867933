import { apply, sayFault } from '../../../work/say.ts'
import type { StepProps } from './step-props.ts'
import { TextField } from './text-field.tsx'

export function SignStep(props: StepProps) {
  const { draft, faults, set } = props
  const { fields, mode } = draft
  const isForOther = mode.kind === 'clerk' || fields.forWhom === 'other'
  const signer = (fields.forWhom === 'other' ? fields.proxyName : fields.name).trim()
  return (
    <>
      <blockquote class="commitment">
        <p>{apply('commitment')}</p>
        {isForOther && <p>{apply('commitmentOther')}</p>}
      </blockquote>
      <div class="field">
        <label class="tick">
          <input
            type="checkbox"
            name="committed"
            checked={fields.committed === 'yes'}
            onChange={event => set({ committed: event.currentTarget.checked ? 'yes' : '' })}
          />
          <span>{apply('commit')}</span>
        </label>
        <p class="field-error" aria-live="polite">
          {sayFault(faults.committed)}
        </p>
      </div>
      <TextField
        {...props}
        field="signature"
        label={mode.kind === 'clerk' ? apply('signatureClerk') : apply('signature', { name: signer })}
      />
    </>
  )
}
