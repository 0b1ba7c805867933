import type { ImportView } from '../../shared/schema/imports.ts'
import { Button, ButtonLink } from '../../ui/components/button.tsx'
import { FailureNotice, Notice } from '../../ui/components/notice.tsx'
import { Loading } from '../../ui/components/spinner.tsx'
import { formatNumber } from '../../ui/i18n/format.ts'
import { ti } from '../../ui/i18n/imports.ts'
import { useState } from 'preact/hooks'
import { BadRows } from '../import/bad-rows.tsx'
import { Conflicts } from '../import/conflicts.tsx'
import { actOnImport, readImport } from '../import/endpoints.ts'
import { MappingForm } from '../import/mapping-form.tsx'
import '../import/imports.css'
import { useAnswer } from '../state/use-answer.ts'
import { useInterval } from '../state/use-interval.ts'
import { useWrite } from '../state/use-write.ts'

const LOOK_MS = 700

/** One list, from its columns to the last row. */
export function ImportScreen({ id }: { id: string }) {
  const { state, reload, put } = useAnswer(id, () => readImport(id))
  const isAtWork = state.kind === 'ready' && ['checking', 'importing'].includes(state.value.state)
  useInterval(() => void reload(true), isAtWork ? LOOK_MS : null)
  return (
    <div class="stack">
      <header class="page-head">
        <h1>{(state.kind === 'ready' && state.value.fileName) || ti('import.title')}</h1>
        <ButtonLink href="#/register/import">{ti('import.back')}</ButtonLink>
      </header>
      {state.kind === 'loading' && <Loading />}
      {state.kind === 'failed' && <FailureNotice failure={state.failure} onRetry={() => void reload()} />}
      {state.kind === 'ready' && <Steps view={state.value} onChange={put} onLook={() => void reload(true)} />}
    </div>
  )
}

type StepProps = { view: ImportView; onChange: (view: ImportView) => void; onLook: () => void }

function Steps({ view, onChange, onLook }: StepProps) {
  const [isChanging, setChanging] = useState(false)
  const change = (next: ImportView): void => {
    setChanging(false)
    onChange(next)
  }
  if (view.state === 'mapping' || isChanging) return <MappingForm view={view} onDone={change} />
  const isOver = view.state === 'checked' || view.state === 'done'
  return (
    <>
      <Summary view={view} onChange={change} onMapping={() => setChanging(true)} />
      {isOver && view.counts.conflicts > 0 && <Conflicts view={view} />}
      {isOver && view.counts.bad > 0 && <BadRows view={view} onFixed={onLook} />}
    </>
  )
}

function Summary({
  view,
  onChange,
  onMapping
}: {
  view: ImportView
  onChange: (view: ImportView) => void
  onMapping: () => void
}) {
  const { run, busy, failure } = useWrite(actOnImport(view.id), onChange)
  const { counts, state, stale } = view
  const isAtWork = state === 'checking' || state === 'importing'
  const writes = counts.newHouseholds + counts.changedHouseholds
  return (
    <section class="panel stack" data-import-state={state}>
      <h2>{ti(`importState.${state}`)}</h2>
      {isAtWork && <progress value={counts.done} max={Math.max(counts.rows, counts.done, 1)} aria-label={ti('import.state')} />}
      {isAtWork && (
        <p role="status">{ti('import.progress', { done: formatNumber(counts.done), rows: formatNumber(counts.rows) })}</p>
      )}
      {(state === 'checked' || state === 'done') && <Counts view={view} />}
      {stale && <Notice tone="warn">{ti('import.stale')}</Notice>}
      {failure && <FailureNotice failure={failure} />}
      <div class="button-row">
        {state === 'checked' && !stale && writes + counts.conflicts > 0 && (
          <Button look="primary" busy={busy} data-start onClick={() => void run({ action: 'import' })}>
            {ti('import.start', { count: formatNumber(writes) })}
          </Button>
        )}
        {state === 'checked' && writes === 0 && counts.bad === 0 && counts.conflicts === 0 && <p>{ti('import.nothing')}</p>}
        {(stale || (state === 'done' && counts.bad + counts.conflicts > 0)) && (
          <Button look={stale ? 'primary' : 'plain'} busy={busy} data-check onClick={() => void run({ action: 'check' })}>
            {ti('import.again')}
          </Button>
        )}
        {state === 'checked' && <Button onClick={onMapping}>{ti('import.change')}</Button>}
        {(isAtWork || state === 'checked') && (
          <Button look="quiet" busy={busy} onClick={() => void run({ action: 'cancel' })}>
            {ti('import.cancel')}
          </Button>
        )}
      </div>
    </section>
  )
}

const Counts = ({ view: { counts } }: { view: ImportView }) => (
  <ul class="import-counts" role="status">
    <li>{ti('import.wouldAdd', { households: formatNumber(counts.newHouseholds), people: formatNumber(counts.newPeople) })}</li>
    <li>{ti('import.wouldChange', { households: formatNumber(counts.changedHouseholds) })}</li>
    <li>{ti('import.same', { households: formatNumber(counts.sameHouseholds) })}</li>
    {counts.bad > 0 && <li class="import-bad">{ti('import.bad', { count: formatNumber(counts.bad) })}</li>}
    {counts.conflicts > 0 && <li class="import-bad">{ti('import.conflicts', { count: formatNumber(counts.conflicts) })}</li>}
  </ul>
)
