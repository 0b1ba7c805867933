import { useState } from 'preact/hooks'
import type { EmployerItem } from '../../shared/schema/work-employer.ts'
import type { EmployerStep } from '../../shared/work/employer-states.ts'
import { Button } from '../../ui/components/button.tsx'
import { FailureNotice } from '../../ui/components/notice.tsx'
import { Loading } from '../../ui/components/spinner.tsx'
import { tw } from '../../ui/i18n/work-console.ts'
import { readEmployer } from '../api/work.ts'
import { go } from '../state/location.ts'
import { useAnswer } from '../state/use-answer.ts'
import { LinkDialog, StepDialog } from '../work/employer-dialogs.tsx'
import { asksReason, stepsFrom } from '../work/employer-steps.ts'
import { EmployerChip } from '../work/employer-table.tsx'
import { EmployerFacts, FilingFacts } from '../work/employer-view.tsx'
import { NO_FILTERS, queueFilters } from '../work/queue-filters.ts'
import '../work/work.css'

export function WorkEmployerScreen({ id }: { id: string }) {
  const { state, reload, put } = useAnswer(`employer ${id}`, () => readEmployer(id))
  return (
    <>
      <p>
        <a href="#/work/employers">← {tw('employers.back')}</a>
      </p>
      {state.kind === 'loading' && <Loading />}
      {state.kind === 'failed' && <FailureNotice failure={state.failure} onRetry={() => void reload()} />}
      {state.kind === 'ready' && <Employer employer={state.value} onChange={put} onStale={() => void reload(true)} />}
    </>
  )
}

type Props = { employer: EmployerItem; onChange: (employer: EmployerItem) => void; onStale: () => void }

function Employer({ employer, onChange, onStale }: Props) {
  const [open, setOpen] = useState<EmployerStep | 'link' | null>(null)
  const close = (): void => setOpen(null)
  const done = (changed: EmployerItem): void => {
    close()
    onChange(changed)
  }
  return (
    <article class="work-application">
      <header class="page-head">
        <h1>
          {employer.name} <EmployerChip state={employer.state} />
        </h1>
      </header>
      <Steps employer={employer} onOpen={setOpen} />
      <div class="work-columns">
        <FilingFacts employer={employer} />
        <EmployerFacts employer={employer} />
      </div>
      {open === 'link' && <LinkDialog employer={employer} onClose={close} />}
      {open !== null && open !== 'link' && (
        <StepDialog employer={employer} step={open} onDone={done} onClose={close} onStale={onStale} />
      )}
    </article>
  )
}

function Steps({ employer, onOpen }: { employer: EmployerItem; onOpen: (what: EmployerStep | 'link') => void }) {
  const steps = stepsFrom(employer.state)
  const queue = (): void => {
    queueFilters.value = { ...NO_FILTERS, employer: employer.id }
    go('/work')
  }
  return (
    <section class="panel stack">
      <h2>{tw('employers.actions')}</h2>
      {steps.length === 0 && <p class="soft">{tw('employers.noSteps')}</p>}
      <div class="button-row">
        {steps.map(step => (
          <Button
            key={step}
            look={step === 'approve' || step === 'resume' ? 'primary' : asksReason(step) ? 'danger' : 'plain'}
            onClick={() => onOpen(step)}
            data-step={step}
          >
            {tw(`step.${step}`)}
          </Button>
        ))}
        <Button onClick={queue}>{tw('employers.queue')}</Button>
        <Button onClick={() => onOpen('link')} data-step="link">
          {tw('employers.link')}
        </Button>
      </div>
    </section>
  )
}
