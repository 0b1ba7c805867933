import { tc } from '../i18n/common.ts'
import { LANGUAGES, type Language } from '../i18n/dictionary.ts'
import { language, setLanguage } from '../i18n/language.ts'

const NAMES: Readonly<Record<Language, string>> = { zh: '中文', en: 'English' }
const TAGS: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' }

/** Each language in its own name, the present one pressed. */
export const LanguageSwitch = () => (
  <fieldset class="language-switch" aria-label={tc('language.switch')}>
    {LANGUAGES.map(one => (
      <button key={one} type="button" lang={TAGS[one]} aria-pressed={language.value === one} onClick={() => setLanguage(one)}>
        {NAMES[one]}
      </button>
    ))}
  </fieldset>
)
