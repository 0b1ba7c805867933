import { useId } from 'preact/hooks'
import type { Option } from './select.tsx'

type Props = {
  label: string
  value: string
  options: readonly Option[]
  error?: string | undefined
  onValue: (value: string) => void
}

/** One of a few, all in sight: radio buttons that look like a row of keys. */
export function Choice({ label, value, options, error, onValue }: Props) {
  const name = useId()
  return (
    <fieldset class="choice">
      <legend>{label}</legend>
      <div class="choice-row">
        {options.map(option => (
          <label key={option.value} class="choice-key">
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              aria-invalid={error !== undefined}
              onChange={() => onValue(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {error && (
        <p class="field-error" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}
