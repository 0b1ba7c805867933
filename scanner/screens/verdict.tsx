import { useState } from 'preact/hooks'
import { t } from '../../ui/i18n/gate.ts'
import { tc } from '../../ui/i18n/common.ts'
import { language, say } from '../../ui/i18n/language.ts'
import { REASON_SENTENCES } from '../../ui/i18n/reasons.ts'
import { VERDICT_LOOKS } from '../../ui/verdict/look.ts'
import { VerdictShape } from '../../ui/verdict/verdict-shape.tsx'
import { verdictWord } from '../../ui/verdict/words.ts'
import type { Shown } from '../state/scan.ts'
import { asOfText } from './status-bar.tsx'

type Props = { shown: Shown; onNext: () => void; onOverride: (reason: string) => void }

/** Shape, colour, one word; then what to do; the holder only in small. The whole screen, readable at arm's length. */
export function VerdictScreen({ shown, onNext, onOverride }: Props) {
  const { verdict, headline, genuine, asOf, pass } = shown.decision
  const [asksReason, setAsksReason] = useState(false)
  const isPass = verdict === 'PASS'
  return (
    <section
      class={`gate-verdict ${VERDICT_LOOKS[verdict].className}`}
      role="alert"
      data-verdict={verdict}
      data-headline={headline}
    >
      <VerdictShape verdict={verdict} class="gate-verdict-shape" />
      <p class="gate-verdict-word">{verdictWord(verdict, headline)[language.value]}</p>
      <p class="gate-verdict-line">{say(REASON_SENTENCES[headline])}</p>
      <p class="gate-verdict-facts">
        {pass !== null && `${tc(`kind.${pass.kind}`)} · ${pass.label}`}
        {genuine && <span>{` ${t('verdict.genuine')} · ${t('verdict.asOf', { time: asOfText(asOf) })}`}</span>}
      </p>
      {!isPass && (
        <div class="gate-verdict-actions">
          {asksReason ? (
            <ReasonChoice onChoose={onOverride} />
          ) : (
            <>
              <button type="button" class="gate-big" data-next onClick={onNext}>
                {t('verdict.next')}
              </button>
              <button type="button" class="gate-big gate-big-plain" data-admit onClick={() => setAsksReason(true)}>
                {t('verdict.admit')}
              </button>
            </>
          )}
        </div>
      )}
    </section>
  )
}

const REASONS = ['reason.home', 'reason.medical', 'reason.known', 'reason.public'] as const

const ReasonChoice = ({ onChoose }: { onChoose: (reason: string) => void }) => (
  <fieldset class="gate-reasons">
    <legend>{t('verdict.reason')}</legend>
    {REASONS.map(reason => (
      <button type="button" class="gate-big gate-big-plain" onClick={() => onChoose(t(reason))}>
        {t(reason)}
      </button>
    ))}
  </fieldset>
)
