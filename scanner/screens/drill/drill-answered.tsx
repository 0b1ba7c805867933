import { Button } from '../../../ui/components/button.tsx'
import { td } from '../../../ui/i18n/drill.ts'
import { DRILL_CASES, type DrillCaseId } from '../../drill/cases.ts'
import type { DrillSession } from '../../drill/session.ts'

type Props = { readonly session: DrillSession; readonly id: DrillCaseId; readonly onNext: () => void }

/** Right or not, and above all why. */
export function DrillAnswered({ session, id, onNext }: Props) {
  const isRight = session.answers.at(-1)?.isRight === true
  const right = td(`drill.${DRILL_CASES[id].right}`)
  return (
    <div class="gate-drill-page" data-case={id} data-right={isRight}>
      <header class="gate-head">
        <h1>{td(`case.${id}`)}</h1>
      </header>
      <div class="gate-drill-body" role="status">
        <p class="gate-drill-mine">{isRight ? td('drill.right') : td('drill.wrong', { answer: right })}</p>
        <p class="gate-drill-situation">{td(`case.${id}.why`)}</p>
      </div>
      <div class="gate-drill-foot">
        <Button class="gate-drill-key gate-wide-row" look="primary" onClick={onNext} data-drill-next>
          {td('drill.next')}
        </Button>
      </div>
    </div>
  )
}
