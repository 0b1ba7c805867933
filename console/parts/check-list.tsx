import { wordsIn } from '../state/policy-form.ts'
import type { Option } from '../../ui/components/select.tsx'

type Props = {
  label: string
  /** Chosen words with commas. */
  value: string
  options: readonly Option[]
  error?: string | undefined
  onValue: (value: string) => void
}

/** Any number of a few: boxes that look like a row of keys. */
export function CheckList({ label, value, options, error, onValue }: Props) {
  const chosen = wordsIn(value)
  const toggle = (word: string): void => {
    const next = chosen.includes(word) ? chosen.filter(one => one !== word) : [...chosen, word]
    onValue(
      options
        .map(option => option.value)
        .filter(one => next.includes(one))
        .join()
    )
  }
  return (
    <fieldset class="choice check-list" aria-invalid={error !== undefined}>
      <legend>{label}</legend>
      <div class="choice-row">
        {options.map(option => (
          <label key={option.value} class="choice-key">
            <input type="checkbox" checked={chosen.includes(option.value)} onChange={() => toggle(option.value)} />
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
