import { tc } from '../../ui/i18n/common.ts'
import { t } from '../../ui/i18n/gate.ts'
import { language } from '../../ui/i18n/language.ts'
import { lookOf } from '../../ui/verdict/look.ts'
import { VerdictShape } from '../../ui/verdict/verdict-shape.tsx'
import { verdictWord } from '../../ui/verdict/words.ts'
import type { Shown } from '../state/scan.ts'
import type { FlowNotice } from '../state/verdict-flow.ts'

type Props = { readonly shown: Shown; readonly notice: FlowNotice | null; readonly onBack: () => void }

/** The refusal still stands, above and below the camera's picture: somebody who may allow it shows a duty pass. */
export function SupervisorSearch({ shown: { decision }, notice, onBack }: Props) {
  const look = lookOf(decision.verdict, decision.headline)
  return (
    <section class="gate-search" role="alert" data-searching data-verdict={decision.verdict} data-headline={decision.headline}>
      <div class={`gate-search-head ${look.className}`}>
        <VerdictShape shape={look.shape} class="gate-resident-shape" />
        <p>
          <strong>{verdictWord(decision.verdict, decision.headline)[language.value]}</strong>
          <span>{t('duty.show')}</span>
        </p>
      </div>
      <div class={`gate-search-foot ${look.className}`}>
        {notice !== null && <p class="gate-verdict-notice">{t(notice)}</p>}
        <button type="button" class="gate-big" data-back onClick={onBack}>
          {tc('action.back')}
        </button>
      </div>
    </section>
  )
}
