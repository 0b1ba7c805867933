import { SHOWN_LANGUAGES, type ShownLanguage } from '../../ui/i18n/dictionary.ts'
import { LANGUAGE_WORD, SHOWN_LANGUAGE_NAMES } from '../../ui/i18n/shown-languages.ts'
import { chooseShownLanguage, shownLanguage } from '../state/shown-language.ts'

export const ShownLanguageChoice = () => (
  <select
    class="input shown-language"
    aria-label={LANGUAGE_WORD[shownLanguage.value]}
    value={shownLanguage.value}
    onChange={event => chooseShownLanguage(event.currentTarget.value as ShownLanguage)}
  >
    {SHOWN_LANGUAGES.map(each => (
      <option key={each} value={each} lang={each}>
        {SHOWN_LANGUAGE_NAMES[each]}
      </option>
    ))}
  </select>
)
