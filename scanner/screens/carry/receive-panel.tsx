import { useMemo } from 'preact/hooks'
import { Button } from '../../../ui/components/button.tsx'
import { Notice } from '../../../ui/components/notice.tsx'
import { ta } from '../../../ui/i18n/carry.ts'
import { tc } from '../../../ui/i18n/common.ts'
import { carriedCount } from '../../carry/carried-count.ts'
import { takeCarryFile } from '../../carry/carry-log.ts'
import { createReceiver, type Importers } from '../../carry/receive-frames.ts'
import { readExchange } from '../../carry/exchange.ts'
import { serverTimeOf } from '../../state/clock.ts'
import { addRecent } from '../../state/gate-data.ts'
import { saveRecent } from '../../state/keep-recent.ts'
import { carried, identity } from '../../state/gate-state.ts'
import { openedDatabase, syncNow } from '../../state/start-gate.ts'
import type { PanelProps } from '../panel-props.ts'
import { type Said, saidOf, saidOfExchange } from './said.ts'
import { useFrames } from './use-frames.ts'
import './transfer.css'

const IMPORTERS: Importers<Said> = {
  async entries(content) {
    const outcome = await takeCarryFile(openedDatabase(), content, Date.now())
    if (outcome.kind === 'taken') {
      carried.value = await carriedCount(openedDatabase())
      syncNow()
    }
    return saidOf(outcome)
  },
  async passages(content) {
    const self = identity.value
    if (self === null) return saidOfExchange({ kind: 'other-site' })
    const outcome = await readExchange(self, content, serverTimeOf(Date.now()))
    if (outcome.kind === 'told') {
      addRecent(outcome.passages)
      await saveRecent(openedDatabase())
    }
    return saidOfExchange(outcome)
  }
}

/** The camera stays in sight above; what it reads goes to the transfer and to nothing else. */
export function ReceivePanel({ onClose }: Pick<PanelProps, 'onClose'>) {
  const receiver = useMemo(() => createReceiver(openedDatabase(), IMPORTERS, () => Date.now()), [])
  const { progress, said } = useFrames(receiver)
  return (
    <section class="transfer transfer-receive" data-receive aria-live="polite">
      <div class="transfer-body">
        <h2>{ta('carry.receive')}</h2>
        {progress === null && said === null && <p>{ta('carry.aim')}</p>}
        {progress !== null && (
          <label class="numbers">
            <progress value={progress.have} max={progress.total} />
            <span data-progress>{ta('carry.progress', progress)}</span>
          </label>
        )}
        {said !== null && <Notice tone={said.tone}>{said.text}</Notice>}
      </div>
      <footer class="transfer-foot">
        <Button look="primary" class="gate-wide" onClick={onClose} data-close>
          {tc('action.close')}
        </Button>
      </footer>
    </section>
  )
}
