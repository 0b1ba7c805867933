import { SYMPTOMS } from '../../../shared/work/words.ts'
import { symptomsOf } from '../../work/draft.ts'
import { term } from '../../work/say.ts'

type Props = { label: string; value: string; onValue: (symptoms: string) => void; error?: string | undefined }

/** Any of the three; `value` has them with spaces between. */
export function SymptomKeys({ label, value, onValue, error }: Props) {
  const chosen = symptomsOf({ symptoms: value })
  return (
    <fieldset class="choice">
      <legend>{label}</legend>
      <div class="choice-row">
        {SYMPTOMS.map(symptom => {
          const others = chosen.filter(one => one !== symptom)
          return (
            <label key={symptom} class="choice-key">
              <input
                type="checkbox"
                checked={chosen.includes(symptom)}
                onChange={event => onValue((event.currentTarget.checked ? [...others, symptom] : others).join(' '))}
              />
              <span>{term(`symptom.${symptom}`)}</span>
            </label>
          )
        })}
      </div>
      {error !== undefined && (
        <p class="field-error" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}
