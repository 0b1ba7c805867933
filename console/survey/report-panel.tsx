import { useState } from 'preact/hooks'
import type { Difference, ReportView } from '../../shared/schema/survey-report.ts'
import { Button } from '../../ui/components/button.tsx'
import { Field } from '../../ui/components/field.tsx'
import { FailureNotice, Notice } from '../../ui/components/notice.tsx'
import { Loading } from '../../ui/components/spinner.tsx'
import { formatTime } from '../../ui/i18n/format.ts'
import { SHOWN_LANGUAGE_NAMES } from '../../ui/i18n/shown-languages.ts'
import { tv } from '../../ui/i18n/survey.ts'
import { useAnswer } from '../state/use-answer.ts'
import { useWrite } from '../state/use-write.ts'
import { askBack, readReport, settleReport } from './endpoints.ts'
import { fieldWord, valueText } from './field-text.ts'

export function ReportPanel({ round, household, onChange }: { round: string; household: number; onChange: () => void }) {
  const { state, reload, put } = useAnswer(`report ${round} ${household}`, () => readReport(round, household))
  if (state.kind === 'loading') return <Loading />
  if (state.kind === 'failed') return <FailureNotice failure={state.failure} onRetry={() => void reload()} />
  const done = (report: ReportView): void => {
    put(report)
    onChange()
  }
  return <Report key={state.value.version} round={round} report={state.value} onDone={done} onStale={() => void reload()} />
}

type Props = { round: string; report: ReportView; onDone: (report: ReportView) => void; onStale: () => void }

/** What differs, side by side. Nobody is taken off by what a household did not say: that has to be ticked. */
function Report({ round, report, onDone, onStale }: Props) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(report.differences.filter(({ kind }) => kind !== 'missing').map(({ key }) => key))
  )
  const settle = useWrite(settleReport(round, report.household), onDone)
  const toggle = (key: string): void => {
    const next = new Set(chosen)
    if (!next.delete(key)) next.add(key)
    setChosen(next)
  }
  const isOpen = report.state !== 'settled'
  const { version, sheetVersion } = report
  return (
    <section class="panel stack" data-report>
      <h2>{tv('report.title')}</h2>
      <p class="soft small">
        {tv('report.sentAt', {
          time: formatTime(report.submittedAt, 'dateTime'),
          language: SHOWN_LANGUAGE_NAMES[report.language]
        })}
      </p>
      <p>
        <span class="chip">{tv(`reportState.${report.state}`)}</span> {tv(report.proved ? 'report.proved' : 'report.unproved')}
      </p>
      {report.callback !== null && (
        <p>
          {tv('report.callback')} <a href={`tel:${report.callback}`}>{report.callback}</a>
        </p>
      )}
      {report.note !== null && <Notice>{report.note}</Notice>}
      {report.question !== null && <p>{tv('report.asked', { question: report.question })}</p>}
      {report.differences.length === 0 && isOpen && <p>{tv('report.same')}</p>}
      {isOpen && (
        <ul class="differences">
          {report.differences.map(one => (
            <DifferenceItem key={one.key} difference={one} chosen={chosen.has(one.key)} onToggle={() => toggle(one.key)} />
          ))}
        </ul>
      )}
      {settle.failure && (
        <FailureNotice failure={settle.failure} onRetry={settle.failure.code === 'version-conflict' ? onStale : undefined} />
      )}
      {isOpen && (
        <div class="button-row">
          <Button
            look="primary"
            busy={settle.busy}
            data-settle
            onClick={() => settle.run({ version, sheetVersion, accept: [...chosen] })}
          >
            {chosen.size === 0 ? tv('report.takeNone') : tv('report.takeChosen', { count: chosen.size })}
          </Button>
        </div>
      )}
      {isOpen && <Ask round={round} report={report} onDone={onDone} />}
      {report.settledAt !== null && (
        <p class="soft">{tv('report.settled', { by: report.settledBy ?? '', time: formatTime(report.settledAt, 'dateTime') })}</p>
      )}
    </section>
  )
}

type ItemProps = { difference: Difference; chosen: boolean; onToggle: () => void }

function DifferenceItem({ difference, chosen, onToggle }: ItemProps) {
  const { key, kind, who, fields } = difference
  const name = who ?? fieldWord(fields[0]?.field ?? '')
  return (
    <li class="difference" data-difference={kind}>
      <input type="checkbox" id={key} checked={chosen} onChange={onToggle} aria-label={`${tv('report.take')} ${name}`} />
      <div>
        <label for={key}>
          <strong>{name}</strong> {kind !== 'changed' && <span class="chip">{tv(`report.${kind}`)}</span>}
        </label>
        {(kind === 'changed' || kind === 'new') && (
          <table class="side-by-side">
            <thead>
              <tr>
                <th scope="col" />
                <th scope="col">{tv('report.now')}</th>
                <th scope="col">{tv('report.theirs')}</th>
              </tr>
            </thead>
            <tbody>
              {fields.map(({ field, before, after }) => (
                <tr key={field}>
                  <th scope="row">{fieldWord(field)}</th>
                  <td>{valueText(field, before)}</td>
                  <td>
                    <strong>{valueText(field, after)}</strong>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </li>
  )
}

function Ask({ round, report, onDone }: Omit<Props, 'onStale'>) {
  const [question, setQuestion] = useState('')
  const { run, busy, failure } = useWrite(askBack(round, report.household), onDone)
  return (
    <details>
      <summary>{tv('report.ask')}</summary>
      <div class="stack">
        {failure && <FailureNotice failure={failure} />}
        <Field label={tv('report.question')} hint={tv('report.askHelp')} maxLength={200} value={question} onValue={setQuestion} />
        <div class="button-row">
          <Button
            busy={busy}
            disabled={question.trim() === ''}
            onClick={() => run({ version: report.version, question: question.trim() })}
          >
            {tv('report.ask')}
          </Button>
        </div>
      </div>
    </details>
  )
}
