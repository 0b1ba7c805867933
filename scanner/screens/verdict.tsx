import { useState } from 'preact/hooks'
import type { Decision } from '../../shared/gate/decide.ts'
import { REASONS } from '../../shared/verify/reasons.ts'
import { tc } from '../../ui/i18n/common.ts'
import { t } from '../../ui/i18n/gate.ts'
import { language, say } from '../../ui/i18n/language.ts'
import { REASON_SENTENCES } from '../../ui/i18n/reasons.ts'
import { VERDICT_LOOKS } from '../../ui/verdict/look.ts'
import { VerdictShape } from '../../ui/verdict/verdict-shape.tsx'
import { verdictWord } from '../../ui/verdict/words.ts'
import type { Shown } from '../state/scan.ts'
import { asOfText } from './status-bar.tsx'
import { VerdictWord } from './verdict-word.tsx'

type Props = { shown: Shown; onNext: () => void; onOverride: (reason: string) => void }

/** Shape, colour, one word; then what to do; the holder only in small. The whole screen, readable at arm's length. */
export function VerdictScreen({ shown, onNext, onOverride }: Props) {
  const { verdict, headline } = shown.decision
  const [asksReason, setAsksReason] = useState(false)
  return (
    <section
      class={`gate-verdict ${VERDICT_LOOKS[verdict].className}`}
      role="alert"
      data-verdict={verdict}
      data-headline={headline}
    >
      {!asksReason && <VerdictShape verdict={verdict} class="gate-verdict-shape" />}
      <VerdictWord word={verdictWord(verdict, headline)[language.value]} />
      <p class="gate-verdict-line">{say(REASON_SENTENCES[headline])}</p>
      <Facts decision={shown.decision} nowMs={shown.entry.deviceMs + (shown.entry.offsetMs ?? 0)} />
      {verdict !== 'PASS' && (
        <div class="gate-verdict-actions">
          {asksReason ? (
            <ReasonChoice onChoose={onOverride} onBack={() => setAsksReason(false)} />
          ) : (
            <>
              <button type="button" class="gate-big gate-big-plain" data-admit onClick={() => setAsksReason(true)}>
                {t('verdict.admit')}
              </button>
              <button type="button" class="gate-big" data-next onClick={onNext}>
                {t('verdict.next')}
              </button>
            </>
          )}
        </div>
      )}
    </section>
  )
}

/** Whose pass it is, masked; genuine and current are two things; the code is for the telephone. */
function Facts({ decision, nowMs }: { decision: Decision; nowMs: number }) {
  const { genuine, asOf, pass, headline, findings } = decision
  const others = findings.filter(({ reason }) => reason !== headline).map(({ reason }) => REASONS[reason])
  return (
    <div class="gate-verdict-facts">
      {pass !== null && (
        <p>
          {tc(`kind.${pass.kind}`)} · {pass.label}
        </p>
      )}
      <p class="small numbers">
        {genuine && `${t('verdict.genuine')} · ${t('verdict.asOf', { time: asOfText(asOf, nowMs) })} · `}
        {[REASONS[headline], ...others].join(' ')}
      </p>
    </div>
  )
}

const OVERRIDE_REASONS = ['reason.home', 'reason.medical', 'reason.known', 'reason.public'] as const

const ReasonChoice = ({ onChoose, onBack }: { onChoose: (reason: string) => void; onBack: () => void }) => (
  <fieldset class="gate-reasons">
    <legend>{t('verdict.reason')}</legend>
    {OVERRIDE_REASONS.map(reason => (
      <button key={reason} type="button" class="gate-big gate-big-plain" data-reason={reason} onClick={() => onChoose(t(reason))}>
        {t(reason)}
      </button>
    ))}
    <button type="button" class="gate-big gate-reasons-back" onClick={onBack}>
      {tc('action.back')}
    </button>
  </fieldset>
)
