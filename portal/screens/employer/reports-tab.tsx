import { useState } from 'preact/hooks'
import { Button, ButtonLink } from '../../../ui/components/button.tsx'
import { Notice } from '../../../ui/components/notice.tsx'
import { SYMPTOMS } from '../../../shared/work/words.ts'
import { askWorkers, bulkReports, type WorkersDone } from '../../employer/api.ts'
import { canReport } from '../../employer/filters.ts'
import type { KeptEmployer } from '../../employer/kept.ts'
import { es } from '../../employer/say.ts'
import { symptomsOf } from '../../work/draft.ts'
import { sayFault, sayProblem, term } from '../../work/say.ts'
import { tenthsOf } from '../../work/temperature.ts'
import { useWatched } from '../../work/watch.ts'
import { Waiting } from '../work/frame.tsx'
import { BulkOutcome } from './bulk-outcome.tsx'

type Typed = Readonly<Record<string, { readonly reading: string; readonly symptoms: string }>>
const NOTHING = { reading: '', symptoms: '' }

/** Today's readings of many, row by row. Nothing is filled in beforehand: a reading that nobody took would be a lie. */
export function ReportsTab({ kept, onDone }: { kept: KeptEmployer; onDone: () => unknown }) {
  const { value: workers, failure, load } = useWatched(() => askWorkers(kept))
  const [typed, setTyped] = useState<Typed>({})
  const [done, setDone] = useState<WorkersDone | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  if (workers === null) return failure === null ? <Waiting /> : <Notice tone="error">{sayProblem(failure.code)}</Notice>
  const due = workers.filter(canReport).sort((a, b) => Number(a.card?.reportedToday) - Number(b.card?.reportedToday))
  const reports = due.flatMap(({ number }) => {
    const { reading, symptoms } = typed[number] ?? NOTHING
    const temperature = tenthsOf(reading)
    return temperature === null ? [] : [{ number, temperature, symptoms: symptomsOf({ symptoms }) }]
  })
  const set = (number: string, change: Partial<{ reading: string; symptoms: string }>): void =>
    setTyped({ ...typed, [number]: { ...NOTHING, ...typed[number], ...change } })
  const send = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (busy || reports.length === 0) return
    setBusy(true)
    const answer = await bulkReports(kept, { reports })
    setBusy(false)
    setWrong(answer.ok ? null : answer.failure.code)
    if (!answer.ok) return
    setDone(answer.value)
    setTyped({})
    await load()
    onDone()
  }
  return (
    <form class="stack-gap" noValidate onSubmit={event => void send(event)} data-reports={due.length}>
      <header class="work-row">
        <h2>{es('reportTitle')}</h2>
        <ButtonLink href={`#/employer/${kept.id}`}>{es('toPage')}</ButtonLink>
      </header>
      <p class="soft">{due.length === 0 ? es('nobodyDue') : es('reportLead')}</p>
      {wrong !== null && <Notice tone="error">{sayProblem(wrong)}</Notice>}
      {done !== null && <BulkOutcome done={done} workers={workers} />}
      <ul class="workers">
        {due.map(({ number, name, documentMasked, card }) => {
          const { reading, symptoms } = typed[number] ?? NOTHING
          const chosen = symptomsOf({ symptoms })
          const isWrong = reading.trim() !== '' && tenthsOf(reading) === null
          return (
            <li key={number} class="card report-row">
              <div>
                <strong>{name}</strong> <span class="soft numbers">{documentMasked}</span>
                <p class="soft small">{es(card?.reportedToday ? 'reportedToday' : 'notReported')}</p>
              </div>
              <label class={`field ${isWrong ? 'field-wrong' : ''}`}>
                <span class="small">{es('reading36')}</span>
                <input
                  class="input numbers"
                  name={`t-${number}`}
                  inputMode="decimal"
                  autocomplete="off"
                  maxLength={6}
                  value={reading}
                  onInput={event => set(number, { reading: event.currentTarget.value })}
                />
                {isWrong && <span class="field-error">{sayFault('temperature')}</span>}
              </label>
              <div class="choice-row">
                {SYMPTOMS.map(symptom => (
                  <label key={symptom} class="choice-key">
                    <input
                      type="checkbox"
                      checked={chosen.includes(symptom)}
                      onChange={event => {
                        const others = chosen.filter(one => one !== symptom)
                        set(number, { symptoms: (event.currentTarget.checked ? [...others, symptom] : others).join(' ') })
                      }}
                    />
                    <span>{term(`symptom.${symptom}`)}</span>
                  </label>
                ))}
              </div>
            </li>
          )
        })}
      </ul>
      {due.length > 0 && (
        <Button look="primary" type="submit" class="work-key" busy={busy} disabled={reports.length === 0}>
          {es('sendReports', { count: reports.length })}
        </Button>
      )}
    </form>
  )
}
