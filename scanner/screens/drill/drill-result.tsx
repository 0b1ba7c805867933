import { useEffect, useMemo, useState } from 'preact/hooks'
import { Button } from '../../../ui/components/button.tsx'
import { Notice } from '../../../ui/components/notice.tsx'
import { tc } from '../../../ui/i18n/common.ts'
import { td } from '../../../ui/i18n/drill.ts'
import { keepTraining, trainingOf } from '../../drill/finish.ts'
import { type DrillSession, scoreOf } from '../../drill/session.ts'
import { syncNow } from '../../state/start-gate.ts'

type Props = {
  readonly name: string
  readonly session: DrillSession
  readonly onAgain: () => void
  readonly onClose: () => void
}

/** Kept before it is shown as kept; a try that failed can be repeated and is still one result. */
export function DrillResult({ name, session, onAgain, onClose }: Props) {
  const training = useMemo(() => trainingOf(session, name, Date.now()), [])
  const [state, setState] = useState<'saving' | 'kept' | 'failed'>('saving')
  const keep = (): void => {
    keepTraining(training).then(
      () => {
        setState('kept')
        syncNow()
      },
      error => {
        console.error(error)
        setState('failed')
      }
    )
  }
  useEffect(keep, [])
  const { score, total } = scoreOf(session)
  return (
    <div class="gate-drill-page" data-drill-result={state} data-score={score}>
      <header class="gate-head">
        <h1>{td('drill.title')}</h1>
      </header>
      <div class="gate-drill-body" role="status">
        <p class="gate-drill-score numbers">{td('drill.result', { score, total })}</p>
        <p class="gate-drill-situation">{score === total ? td('drill.passed') : td('drill.again')}</p>
        <ul class="gate-drill-last">
          {session.answers.map(({ case: id, isRight }) => (
            <li key={id}>
              <strong>{td(`case.${id}`)}</strong>
              <span>{td(isRight ? 'drill.right' : 'drill.no')}</span>
            </li>
          ))}
        </ul>
        {state === 'kept' && <p>{td('drill.kept')}</p>}
        {state === 'failed' && (
          <Notice tone="error">
            <p>{td('drill.notKept')}</p>
            <Button onClick={keep}>{tc('action.retry')}</Button>
          </Notice>
        )}
      </div>
      <div class="gate-drill-foot">
        <Button class="gate-drill-key" onClick={onAgain} data-drill-again>
          {td('drill.repeat')}
        </Button>
        <Button class="gate-drill-key" look="primary" onClick={onClose} data-drill-leave>
          {tc('action.close')}
        </Button>
      </div>
    </div>
  )
}
