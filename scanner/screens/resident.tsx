import { signal } from '@preact/signals'
import type { Reason, Verdict } from '../../shared/verify/reasons.ts'
import { SHOWN_LANGUAGES, type ShownLanguage } from '../../ui/i18n/dictionary.ts'
import { language } from '../../ui/i18n/language.ts'
import { RESIDENT_SENTENCES } from '../../ui/i18n/resident-reasons.ts'
import { lookOf } from '../../ui/verdict/look.ts'
import { VerdictShape } from '../../ui/verdict/verdict-shape.tsx'
import { verdictWord } from '../../ui/verdict/words.ts'
import { tc } from '../../ui/i18n/common.ts'

export type ResidentProps = { readonly verdict: Verdict; readonly headline: Reason; readonly onBack: () => void }

const NAMES: Readonly<Record<ShownLanguage, string>> = { zh: '中文', en: 'English', ko: '한국어', ja: '日本語' }
const TAGS: Readonly<Record<ShownLanguage, string>> = { zh: 'zh-CN', en: 'en', ko: 'ko', ja: 'ja' }

/** The next resident most often speaks what the last one did; a reload begins with Chinese. */
const spoken = signal<ShownLanguage>('zh')

/** Turned to the person in front of the gate: why, and what to do now. Nothing of the pass, no code, no ground of health. */
export function ResidentScreen({ verdict, headline, onBack }: ResidentProps) {
  const at = spoken.value
  const { reason, next } = RESIDENT_SENTENCES[headline]
  const look = lookOf(verdict, headline)
  return (
    <section class="gate-resident" data-verdict={verdict} data-headline={headline} data-resident-language={at}>
      <div class={`gate-resident-head ${look.className}`} lang={TAGS[at]}>
        <VerdictShape shape={look.shape} class="gate-resident-shape" />
        <strong>{verdictWord(verdict, headline)[at]}</strong>
      </div>
      <div class="gate-resident-words" role="status" lang={TAGS[at]}>
        <p class="gate-resident-why">{reason[at]}</p>
        <p class="gate-resident-next">{next[at]}</p>
      </div>
      <fieldset class="gate-resident-languages" aria-label={tc('language.switch')}>
        {SHOWN_LANGUAGES.map(one => (
          <button
            key={one}
            type="button"
            class="gate-big gate-big-plain"
            lang={TAGS[one]}
            aria-pressed={at === one}
            data-language={one}
            onClick={() => {
              spoken.value = one
            }}
          >
            {NAMES[one]}
          </button>
        ))}
      </fieldset>
      <button type="button" class="gate-big" lang={language.value === 'zh' ? 'zh-CN' : 'en'} data-back onClick={onBack}>
        {tc('action.back')}
      </button>
    </section>
  )
}
