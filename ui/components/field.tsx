import type { ComponentChildren, JSX } from 'preact'
import { useId } from 'preact/hooks'
import { tc } from '../i18n/common.ts'

export type Described = { label: string; hint?: string | undefined; error?: string | undefined; optional?: boolean | undefined }
type Wired = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean }

/** Label above, hint and error below, and the control told of both. */
export function Labelled({
  label,
  hint,
  error,
  optional,
  control
}: Described & { control: (wired: Wired) => ComponentChildren }) {
  const id = useId()
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(part => part !== '').join(' ')
  return (
    <div class={`field ${error ? 'field-wrong' : ''}`}>
      <label for={id}>
        {label}
        {optional && <span class="field-optional"> · {tc('field.optional')}</span>}
      </label>
      {control({ id, 'aria-describedby': described === '' ? undefined : described, 'aria-invalid': Boolean(error) })}
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <p class="field-error" id={`${id}-error`} aria-live="polite">
        {error}
      </p>
    </div>
  )
}

type Props = Described & {
  value: string
  onValue: (value: string) => void
  type?: 'text' | 'password' | 'search' | 'number' | 'datetime-local' | 'date' | 'tel'
  name?: string
  autocomplete?: 'off' | 'username' | 'current-password' | 'new-password' | 'one-time-code'
  inputMode?: 'text' | 'numeric' | 'decimal'
  maxLength?: number
  placeholder?: string
  /** Of a date: YYYY-MM-DD. */
  max?: string
  required?: boolean
  spellcheck?: boolean
  /** A code or a number: figures of one width, no capitals put in by the phone. */
  exact?: boolean
}

export const Field = ({ label, hint, error, optional, value, onValue, exact, ...rest }: Props) => (
  <Labelled
    {...{ label, hint, error, optional }}
    control={wired => (
      <input
        {...(rest as JSX.IntrinsicElements['input'])} // the element's type is a union by `type`; ours is one word of several
        {...wired}
        {...(exact ? { autocapitalize: 'none', spellcheck: false } : {})}
        class={`input ${exact ? 'numbers' : ''}`}
        value={value}
        onInput={event => onValue(event.currentTarget.value)}
      />
    )}
  />
)
