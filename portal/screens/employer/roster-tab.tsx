import { useEffect, useState } from 'preact/hooks'
import { Button, ButtonLink } from '../../../ui/components/button.tsx'
import { Notice } from '../../../ui/components/notice.tsx'
import { Spinner } from '../../../ui/components/spinner.tsx'
import { WORK_LIMITS } from '../../../shared/work/limits.ts'
import { type MyEmployer, type RosterKept, sendRoster } from '../../employer/api.ts'
import type { KeptEmployer } from '../../employer/kept.ts'
import { readSheet, type SheetFault } from '../../employer/read-sheet.ts'
import { type ReadRoster, type RosterLine, readRoster, TEMPLATE_CSV } from '../../employer/roster.ts'
import { es } from '../../employer/say.ts'
import { localToday } from '../../work/check-fields.ts'
import { sayProblem } from '../../work/say.ts'
import { loadForm, workForm } from '../../work/work-form.ts'
import { type FaultyRow, RosterFaults } from './roster-faults.tsx'

type Stage =
  | { readonly kind: 'choose'; readonly fault: SheetFault | null }
  | { readonly kind: 'reading' }
  | { readonly kind: 'read'; readonly roster: ReadRoster }
  | { readonly kind: 'sent'; readonly sent: readonly RosterLine[]; readonly kept: RosterKept }

type Props = { kept: KeptEmployer; employer: MyEmployer; onKept: () => unknown }

/** A roster from a file: read here, its faults named by row and column, then sent; what the service refuses likewise. */
export function RosterTab({ kept, onKept }: Props) {
  const [stage, setStage] = useState<Stage>({ kind: 'choose', fault: null })
  const [wrong, setWrong] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    loadForm().catch(console.error)
  }, [])
  const take = async (input: HTMLInputElement): Promise<void> => {
    const file = input.files?.[0]
    if (file === undefined) return
    setStage({ kind: 'reading' })
    setWrong(null)
    const result = await readSheet(new Uint8Array(await file.slice(0, 6_000_000).arrayBuffer()))
    if (!result.ok) return setStage({ kind: 'choose', fault: result.fault })
    const roster = readRoster(result.cells, workForm.value.value?.sites ?? [], localToday(Date.now()))
    setStage(roster.lines.length === 0 ? { kind: 'choose', fault: 'empty' } : { kind: 'read', roster })
  }
  const send = async (lines: readonly RosterLine[]): Promise<void> => {
    setBusy(true)
    const answer = await sendRoster(
      kept,
      lines.map(({ row }) => row)
    )
    setBusy(false)
    setWrong(answer.ok ? null : answer.failure.code)
    if (!answer.ok) return
    setStage({ kind: 'sent', sent: lines, kept: answer.value })
    onKept()
  }
  const limits = { from: WORK_LIMITS.workersFrom, to: WORK_LIMITS.workersTo }
  return (
    <section class="stack-gap" data-roster={stage.kind}>
      {stage.kind === 'choose' && (
        <>
          <p>{es('sheetLead', limits)}</p>
          {stage.fault !== null && <Notice tone="error">{es(`sheetFault.${stage.fault}`)}</Notice>}
          <FileKey label={es('choose')} onFile={take} />
          <Button look="quiet" onClick={downloadTemplate}>
            {es('template')}
          </Button>
        </>
      )}
      {stage.kind === 'reading' && (
        <p class="loading" role="status">
          <Spinner /> {es('reading')}
        </p>
      )}
      {stage.kind === 'read' && (
        <ReadLines roster={stage.roster} busy={busy} onSend={send} onOther={() => setStage({ kind: 'choose', fault: null })} />
      )}
      {wrong !== null && <Notice tone="error">{sayProblem(wrong)}</Notice>}
      {stage.kind === 'sent' && (
        <>
          <Notice>{es('sentRows', { count: stage.kept.added.length })}</Notice>
          {stage.kept.faults.length > 0 && <RosterFaults title={es('sentFaults')} rows={refusedRows(stage.sent, stage.kept)} />}
          <div class="work-row">
            <ButtonLink look="primary" href={`#/employer/${kept.id}`}>
              {es('toWorkers')}
            </ButtonLink>
            <Button onClick={() => setStage({ kind: 'choose', fault: null })}>{es('otherFile')}</Button>
          </div>
        </>
      )}
    </section>
  )
}

type ReadProps = {
  roster: ReadRoster
  busy: boolean
  onSend: (lines: readonly RosterLine[]) => Promise<void>
  onOther: () => void
}

function ReadLines({ roster, busy, onSend, onOther }: ReadProps) {
  const good = roster.lines.filter(({ faults }) => faults.length === 0)
  const bad = roster.lines.filter(({ faults }) => faults.length > 0)
  return (
    <>
      <p class="roster-found">{es('found', { all: roster.lines.length, good: good.length, bad: bad.length })}</p>
      {!roster.hasHeadings && <Notice tone="warn">{es('columns')}</Notice>}
      {roster.lines.length < WORK_LIMITS.workersFrom && <Notice>{es('tooFew', { from: WORK_LIMITS.workersFrom })}</Notice>}
      {bad.length > 0 && (
        <RosterFaults
          rows={bad.flatMap(({ line, row, faults }) => faults.map(({ field, code }) => ({ line, row, field, code })))}
        />
      )}
      <div class="work-row">
        <Button look="primary" busy={busy} disabled={good.length === 0} onClick={() => void onSend(good)} data-send-roster>
          {es('send', { count: good.length })}
        </Button>
        <Button disabled={busy} onClick={onOther}>
          {es('otherFile')}
        </Button>
      </div>
    </>
  )
}

/** The service counts the rows that it was sent; people count those of their file. */
const refusedRows = (sent: readonly RosterLine[], { faults }: RosterKept): FaultyRow[] =>
  faults.flatMap(({ row, code, field }) => {
    const line = sent[row - 1]
    return line === undefined ? [] : [{ line: line.line, row: line.row, field, code }]
  })

const FileKey = ({ label, onFile }: { label: string; onFile: (input: HTMLInputElement) => Promise<void> }) => (
  <label class="button button-primary work-key photo-key">
    <span>{label}</span>
    <input class="off-screen" type="file" accept=".xlsx,.csv,.txt" onChange={event => void onFile(event.currentTarget)} />
  </label>
)

function downloadTemplate(): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([TEMPLATE_CSV], { type: 'text/csv' }))
  link.download = 'roster.csv'
  link.click()
  URL.revokeObjectURL(link.href)
}
