import { useCallback, useEffect, useState } from 'preact/hooks'
import { Button } from '../../../ui/components/button.tsx'
import { Notice } from '../../../ui/components/notice.tsx'
import { tc } from '../../../ui/i18n/common.ts'
import { td } from '../../../ui/i18n/duty.ts'
import { formatTime } from '../../../ui/i18n/format.ts'
import { beginOfShift, readShift, type ShiftSummary } from '../../duty/hand-over.ts'
import { keptHandover } from '../../duty/kept-duty.ts'
import type { Candidate } from '../../duty/read-next.ts'
import { duty, dutyNow } from '../../state/duty-now.ts'
import { isOnline, unsent } from '../../state/gate-state.ts'
import { unsentRecords } from '../../state/records.ts'
import { openedDatabase, syncNow } from '../../state/start-gate.ts'
import { handOver } from './finish.ts'
import { PinSignIn } from './pin-sign-in.tsx'
import { Counts, OpenMatters } from './summary.tsx'
import { useCandidate } from './use-candidate.ts'

/** One screen from one volunteer to the next: what happened, what is open, what is undelivered, who takes over. */
export function HandOver({ onClose, onBack }: { onClose: () => void; onBack: () => void }) {
  const [summary, setSummary] = useState<ShiftSummary | null>(null)
  const [done, setDone] = useState<string | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const [byPin, setByPin] = useState(false)
  const [note, setNote] = useState('')
  useEffect(() => {
    const since = beginOfShift(keptHandover(localStorage)?.at ?? null, duty.value?.since ?? null, dutyNow())
    readShift(openedDatabase(), since).then(setSummary, console.error)
  }, [unsent.value])
  const finish = useCallback(
    async (next: Candidate | null): Promise<void> => {
      if (summary === null || done !== null) return
      const isKept = await handOver(summary, note, next)
      setByPin(false)
      setFailed(!isKept)
      if (isKept) setDone(next === null ? td('hand.doneNobody') : td('hand.done', { name: next.name }))
    },
    [summary, done, note]
  )
  const refusal = useCandidate(finish)
  if (byPin && done === null) return <PinSignIn onCandidate={finish} onBack={() => setByPin(false)} />
  if (done !== null) return <Done text={done} onClose={onClose} />
  return (
    <section class="shift" data-handover>
      <header class="shift-head">
        <h2>{td('hand.title')}</h2>
        {summary !== null && (
          <span class="numbers">{td('hand.since', { time: formatTime(summary.since, 'shortDateTime') })}</span>
        )}
      </header>
      <div class="shift-body">
        {summary === null ? <p>{td('hand.counting')}</p> : <Counts counts={summary.counts} />}
        <Undelivered />
        {summary !== null && <OpenMatters open={summary.open} />}
        <label>
          <h3>{td('hand.note')}</h3>
          <textarea
            maxLength={500}
            placeholder={td('hand.noteHint')}
            value={note}
            onInput={event => setNote(event.currentTarget.value)}
          />
        </label>
        {hasFailed && <Notice tone="error">{td('hand.failed')}</Notice>}
        {refusal !== null && <Notice tone="error">{td(`shift.refused.${refusal}`)}</Notice>}
      </div>
      <footer class="shift-foot">
        <p class="shift-scan">{td('hand.next')}</p>
        <Button class="gate-wide" onClick={() => setByPin(true)} disabled={summary === null}>
          {td('pin.title')}
        </Button>
        <Button class="gate-wide" onClick={() => void finish(null)} disabled={summary === null} data-nobody-follows>
          {td('hand.nobody')}
        </Button>
        <Button look="primary" class="gate-wide" onClick={onBack}>
          {tc('action.back')}
        </Button>
      </footer>
    </section>
  )
}

/** Nothing undelivered is what is wanted; without a network it waits on the phone. */
function Undelivered() {
  const count = unsent.value + unsentRecords.value
  if (count === 0) return <Notice>{td('hand.allSent')}</Notice>
  return (
    <Notice tone="warn">
      <p>
        <strong>{td('hand.unsent', { count })}</strong>
      </p>
      {!isOnline.value && <p>{td('hand.offline')}</p>}
      <Button class="gate-wide" onClick={syncNow} data-deliver>
        {td('hand.deliver')}
      </Button>
    </Notice>
  )
}

const Done = ({ text, onClose }: { text: string; onClose: () => void }) => (
  <section class="shift" data-handed-over>
    <header class="shift-head">
      <h2>{td('hand.title')}</h2>
    </header>
    <div class="shift-body">
      <p class="shift-who" role="status">
        {text}
      </p>
      <Undelivered />
    </div>
    <footer class="shift-foot">
      <Button look="primary" class="gate-wide" onClick={onClose} data-close>
        {tc('action.close')}
      </Button>
    </footer>
  </section>
)
