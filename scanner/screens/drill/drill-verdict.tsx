import { td } from '../../../ui/i18n/drill.ts'
import { language, say } from '../../../ui/i18n/language.ts'
import { REASON_SENTENCES } from '../../../ui/i18n/reasons.ts'
import { lookOf } from '../../../ui/verdict/look.ts'
import { VerdictShape } from '../../../ui/verdict/verdict-shape.tsx'
import { verdictWord } from '../../../ui/verdict/words.ts'
import { DRILL_ANSWERS, type DrillAnswer, type DrillCaseId } from '../../drill/cases.ts'
import type { Staged } from '../../drill/stage.ts'
import { VerdictFacts } from '../verdict-facts.tsx'
import { VerdictWord } from '../verdict-word.tsx'

type Props = { readonly id: DrillCaseId; readonly staged: Staged; readonly onAnswer: (given: DrillAnswer) => void }

/** The verdict as at the gate, and the volunteer's turn. */
export function DrillVerdict({ id, staged: { decision }, onAnswer }: Props) {
  const { verdict, headline } = decision
  const look = lookOf(verdict, headline)
  return (
    <div
      class={`gate-verdict gate-drill-verdict ${look.className}`}
      role="alert"
      data-case={id}
      data-drill-verdict={verdict}
      data-drill-headline={headline}
    >
      <p class="gate-drill-mark">{td('drill.title')}</p>
      <VerdictShape shape={look.shape} class="gate-verdict-shape" />
      <VerdictWord word={verdictWord(verdict, headline)[language.value]} />
      <p class="gate-verdict-line">{say(REASON_SENTENCES[headline])}</p>
      <VerdictFacts decision={decision} nowMs={(decision.asOf ?? 0) * 1000} />
      <fieldset class="gate-reasons gate-drill-answers">
        <legend>{td('drill.question')}</legend>
        {DRILL_ANSWERS.map(given => (
          <button
            key={given}
            type="button"
            class="gate-big gate-big-plain"
            data-drill-answer={given}
            onClick={() => onAnswer(given)}
          >
            {td(`drill.${given}`)}
          </button>
        ))}
      </fieldset>
    </div>
  )
}
