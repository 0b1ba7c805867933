import { Button } from '../../../ui/components/button.tsx'
import { QrCode } from '../../../ui/qr/qr-code.tsx'
import { td } from '../../../ui/i18n/drill.ts'
import { DRILL_CASES, type DrillCaseId } from '../../drill/cases.ts'
import type { DrillSession } from '../../drill/session.ts'
import type { Staged } from '../../drill/stage.ts'

type Props = {
  readonly session: DrillSession
  readonly id: DrillCaseId
  /** Null: the code is on a printed sheet. */
  readonly staged: Staged | null
  readonly onScan: () => void
  readonly onClose: () => void
}

/** Who stands before the gate, and the code that is shown. */
export const DrillSituation = ({ session, id, staged, onScan, onClose }: Props) => (
  <div class="gate-drill-page" data-case={id}>
    <header class="gate-head">
      <h1>{td('drill.of', { number: session.answers.length + 1, total: session.order.length })}</h1>
      <strong class="gate-direction">{td(`drill.${DRILL_CASES[id].direction}`)}</strong>
    </header>
    <div class="gate-drill-body" role="status">
      <p class="gate-drill-situation">{td(`case.${id}.situation`)}</p>
      {staged !== null && (
        <div class="gate-drill-code">
          <QrCode text={staged.text} what={td('drill.code')} />
        </div>
      )}
    </div>
    <div class="gate-drill-foot">
      <Button class="gate-drill-key" onClick={onClose} data-drill-leave>
        {td('drill.leave')}
      </Button>
      <Button class="gate-drill-key" look="primary" onClick={onScan} data-drill-scan>
        {td(staged === null ? 'drill.see' : 'drill.scan')}
      </Button>
    </div>
  </div>
)
