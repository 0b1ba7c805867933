import { tv, type VOLUNTEER_WORDS } from '../../ui/i18n/volunteer.ts'
import { PREFERENCES, type PreferenceName, prefer, preferences } from '../state/preferences.ts'

type Word = keyof typeof VOLUNTEER_WORDS

/** Every preference with all its values in sight: no drop-down opens under a glove. */
export const PreferenceKeys = () => (
  <>
    {(Object.keys(PREFERENCES) as PreferenceName[]).map(name => (
      <fieldset key={name} class="gate-preference">
        <legend>{tv(`${name}.title`)}</legend>
        {PREFERENCES[name].map(value => (
          <button
            key={value}
            type="button"
            class="gate-item"
            aria-pressed={preferences[name].value === value}
            data-prefer={`${name}-${value}`}
            onClick={() => prefer(localStorage, name, value)}
          >
            {tv(`${name}.${value}` as Word)}
          </button>
        ))}
      </fieldset>
    ))}
  </>
)
