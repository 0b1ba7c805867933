import { useEffect, useState } from 'preact/hooks'
import { Button } from '../../../ui/components/button.tsx'
import { Field } from '../../../ui/components/field.tsx'
import { Notice } from '../../../ui/components/notice.tsx'
import { localDayNumber } from '../../../shared/work/local-days.ts'
import { symptomsOf } from '../../work/draft.ts'
import type { WorkProof } from '../../work/kept.ts'
import { deliverWaiting, report, reportFates } from '../../work/reports.ts'
import { apply, onPage, sayFault, timeOf } from '../../work/say.ts'
import { tenthsOf } from '../../work/temperature.ts'
import type { WorkCardView } from '../../work/wire.ts'
import { ReadingKeys } from './reading-keys.tsx'
import { SymptomKeys } from './symptom-keys.tsx'

type Props = { proof: WorkProof; card: WorkCardView; onKept: () => unknown }

/** Temperature and "no symptoms": two taps. What has no network is kept and sent by itself. */
export function ReportPanel({ proof, card, onKept }: Props) {
  const [isAgain, setAgain] = useState(false)
  const [isFever, setFever] = useState(false)
  const told = reportFates.value[proof.number]
  const fate = told?.day === localDayNumber(Date.now()) ? told.fate : undefined
  useEffect(() => {
    const go = (): void => void deliverWaiting().catch(console.error)
    go()
    addEventListener('online', go)
    return () => removeEventListener('online', go)
  }, [proof.number])
  // Whoever sent it, this panel or what delivers in the background.
  useEffect(() => {
    if (fate === 'sent') onKept()
  }, [told])
  if (card.status === 'held' && card.hold !== 'report-missing')
    return <Notice tone="error">{onPage(isFever ? 'fever' : 'heldHealth')}</Notice>
  if (!card.dailyReport) return null
  const send = async (temperature: number, symptoms: ReturnType<typeof symptomsOf>): Promise<void> => {
    const kept = await report(proof, { temperature, symptoms }, Date.now())
    setAgain(false)
    if (kept === null) return
    setFever(kept.fever)
  }
  const isDone = (card.reportedToday || fate === 'sent') && card.status === 'valid' && !isAgain
  return (
    <section class="card stack-gap report" data-report={isDone ? 'done' : (fate ?? 'open')}>
      <h2>{onPage('reportTitle')}</h2>
      {isDone && <p class="report-done">{onPage('reportDone')}</p>}
      {fate === 'later' && !isDone && <Notice tone="warn">{onPage('reportLater')}</Notice>}
      {fate === 'stale' && !isDone && <Notice tone="warn">{onPage('reportStale')}</Notice>}
      {fate === 'refused' && !isDone && <Notice tone="error">{onPage('reportRefused')}</Notice>}
      {card.status === 'held' ? (
        <Notice tone="warn">{onPage('reportHeld')}</Notice>
      ) : (
        card.reportBy !== null && <p>{onPage('reportAmber', { time: timeOf(card.reportBy) })}</p>
      )}
      {isDone || (fate === 'later' && !isAgain) ? (
        <Button onClick={() => setAgain(true)}>{onPage('reportAgain')}</Button>
      ) : (
        <ReportForm onSend={send} />
      )}
    </section>
  )
}

function ReportForm({ onSend }: { onSend: (temperature: number, symptoms: ReturnType<typeof symptomsOf>) => Promise<void> }) {
  const [reading, setReading] = useState('')
  const [isOther, setOther] = useState(false)
  const [symptoms, setSymptoms] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const tenths = tenthsOf(reading)
  const chosen = symptomsOf({ symptoms: symptoms ?? '' })
  const send = async (): Promise<void> => {
    if (tenths === null) return
    setBusy(true)
    await onSend(tenths, chosen)
    setBusy(false)
  }
  return (
    <>
      <ReadingKeys
        label={onPage('reportStep1')}
        value={reading}
        onValue={next => {
          setReading(next)
          setOther(false)
        }}
      />
      {isOther ? (
        <Field
          label={apply('otherReading')}
          name="reading"
          inputMode="decimal"
          exact
          maxLength={8}
          value={reading}
          error={reading.length >= 2 && tenths === null ? sayFault('temperature') : undefined}
          onValue={setReading}
        />
      ) : (
        <Button look="quiet" onClick={() => setOther(true)}>
          {onPage('reportOther')}
        </Button>
      )}
      {symptoms === null ? (
        <fieldset class="choice">
          <legend>{onPage('reportStep2')}</legend>
          <div class="report-keys">
            <Button look="primary" busy={busy} disabled={tenths === null} onClick={() => void send()} data-no-symptoms>
              {onPage('reportNo')}
            </Button>
            <Button onClick={() => setSymptoms('')}>{onPage('reportYes')}</Button>
          </div>
        </fieldset>
      ) : (
        <>
          <SymptomKeys label={apply('whichSymptoms')} value={symptoms} onValue={setSymptoms} />
          <Button
            look="primary"
            busy={busy}
            disabled={tenths === null || chosen.length === 0}
            onClick={() => void send()}
            data-send-report
          >
            {onPage('reportSend')}
          </Button>
        </>
      )}
    </>
  )
}
