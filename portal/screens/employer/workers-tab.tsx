import { useState } from 'preact/hooks'
import { Button, ButtonLink } from '../../../ui/components/button.tsx'
import { Field } from '../../../ui/components/field.tsx'
import { Empty, Notice } from '../../../ui/components/notice.tsx'
import { askWorkers, type BulkStep, bulkStep, type MyEmployer, type WorkersDone, type WorkerView } from '../../employer/api.ts'
import { canApprove, canRenew, FILTER_NAMES, FILTERS, type FilterName, filtered } from '../../employer/filters.ts'
import type { KeptEmployer } from '../../employer/kept.ts'
import { es } from '../../employer/say.ts'
import { sayProblem } from '../../work/say.ts'
import { doneClerk } from '../../work/sending.ts'
import { useWatched } from '../../work/watch.ts'
import { Waiting } from '../work/frame.tsx'
import { SureButton } from '../work/sure-button.tsx'
import { BulkOutcome } from './bulk-outcome.tsx'
import { WorkerCard } from './worker-card.tsx'

type Props = { kept: KeptEmployer; employer: MyEmployer; onChange: () => unknown }

/** All workers of an employer with their states; filters, a selection and what can be done with it. */
export function WorkersTab({ kept, employer, onChange }: Props) {
  const { value: workers, failure, load } = useWatched(() => askWorkers(kept))
  const [filter, setFilter] = useState<FilterName>('all')
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [done, setDone] = useState<WorkersDone | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  if (workers === null) return failure === null ? <Waiting /> : <Notice tone="error">{sayProblem(failure.code)}</Notice>
  const home = `#/employer/${kept.id}`
  if (workers.length === 0)
    return (
      <Empty title={es('noWorkers')}>
        <ButtonLink look="primary" href={`${home}/roster`}>
          {es('tab.roster')}
        </ButtonLink>
      </Empty>
    )
  const shown = filtered(workers, filter, text)
  const selected = workers.filter(({ number }) => chosen.has(number))
  const again = async (): Promise<void> => {
    await load()
    onChange()
  }
  const run = async (step: BulkStep, of: readonly WorkerView[]): Promise<void> => {
    setBusy(true)
    const answer = await bulkStep(
      kept,
      step,
      of.map(({ number }) => number)
    )
    setBusy(false)
    setWrong(answer.ok ? null : answer.failure.code)
    if (!answer.ok) return
    setDone(answer.value)
    setChosen(new Set())
    await again()
  }
  const choose = (number: string, is: boolean): void => {
    const next = new Set(chosen)
    if (is) next.add(number)
    else next.delete(number)
    setChosen(next)
  }
  const declared = workers.find(({ number }) => number === doneClerk.value)
  return (
    <section class="stack-gap" data-workers={workers.length}>
      {declared !== undefined && <Notice>{es('declared', { name: declared.name })}</Notice>}
      <Filters workers={workers} filter={filter} onFilter={setFilter} />
      <div class="work-row">
        <ButtonLink href={`${home}/reports`}>{es('reports')}</ButtonLink>
        <ButtonLink href={`${home}/links`}>{es('links')}</ButtonLink>
      </div>
      <Field label={es('search')} type="search" name="search" value={text} onValue={setText} maxLength={60} />
      {wrong !== null && <Notice tone="error">{sayProblem(wrong)}</Notice>}
      {done !== null && <BulkOutcome done={done} workers={workers} />}
      <div class="work-row worker-actions">
        <label class="tick">
          <input
            type="checkbox"
            checked={shown.length > 0 && shown.every(({ number }) => chosen.has(number))}
            onChange={event => setChosen(new Set(event.currentTarget.checked ? shown.map(({ number }) => number) : []))}
          />
          <span>
            {selected.length === 0 ? es('selectAll', { count: shown.length }) : es('selected', { count: selected.length })}
          </span>
        </label>
        <Bulk
          of={selected.filter(canRenew)}
          label={es('renew')}
          sure={count => es('renewSure', { count })}
          busy={busy}
          onRun={of => void run('renewals', of)}
        />
        {employer.canSignNow && (
          <Bulk
            of={selected.filter(canApprove)}
            label={es('approve')}
            sure={count => es('approveSure', { count })}
            busy={busy}
            onRun={of => void run('approvals', of)}
          />
        )}
      </div>
      {shown.length === 0 && <p class="soft">{es('noneMatch')}</p>}
      <ul class="workers">
        {shown.map(worker => (
          <WorkerCard
            key={worker.number}
            kept={kept}
            employer={employer}
            worker={worker}
            isChosen={chosen.has(worker.number)}
            onChoose={is => choose(worker.number, is)}
            onChange={again}
          />
        ))}
      </ul>
    </section>
  )
}

type FilterProps = { workers: readonly WorkerView[]; filter: FilterName; onFilter: (filter: FilterName) => void }

const Filters = ({ workers, filter, onFilter }: FilterProps) => (
  <div class="employer-filters">
    {FILTER_NAMES.map(name => ({ name, count: workers.filter(FILTERS[name]).length }))
      .filter(({ name, count }) => count > 0 || name === 'all' || name === filter)
      .map(({ name, count }) => (
        <Button key={name} aria-pressed={filter === name} onClick={() => onFilter(name)} data-filter={name}>
          {es(`filter.${name}`)} <span class="numbers">{count}</span>
        </Button>
      ))}
  </div>
)

type BulkProps = {
  of: readonly WorkerView[]
  label: string
  sure: (count: number) => string
  busy: boolean
  onRun: (of: readonly WorkerView[]) => void
}

/** Only there while something is chosen that it can be done with. */
const Bulk = ({ of, label, sure, busy, onRun }: BulkProps) =>
  of.length === 0 ? null : (
    <SureButton label={`${label} (${of.length})`} sure={sure(of.length)} busy={busy} onSure={() => onRun(of)} />
  )
