import { useState } from 'preact/hooks'
import type { BulkDone, BulkView } from '../../shared/schema/work-review.ts'
import { Button, ButtonLink } from '../../ui/components/button.tsx'
import { FailureNotice, Notice } from '../../ui/components/notice.tsx'
import { Loading } from '../../ui/components/spinner.tsx'
import { tw } from '../../ui/i18n/work-console.ts'
import { approveBulk, readBulk } from '../api/work.ts'
import { useAnswer } from '../state/use-answer.ts'
import { useWrite } from '../state/use-write.ts'
import { newBulk } from '../work/new-bulk.ts'
import { unopened } from '../work/sample.ts'
import { WorkTabs } from '../work/work-tabs.tsx'
import '../work/work.css'

/** A bulk: its sample, then the approval, then what came of it. */
export function WorkBulkRunScreen({ id }: { id: string }) {
  const { state, reload } = useAnswer(`bulk ${id}`, () => readBulk(id))
  const [done, setDone] = useState<BulkDone | null>(null)
  return (
    <div class="work-page">
      <WorkTabs at="bulk" />
      {state.kind === 'loading' && <Loading />}
      {state.kind === 'failed' && <FailureNotice failure={state.failure} onRetry={() => void reload()} />}
      {state.kind === 'ready' && done === null && (
        <Sampling bulk={state.value} onDone={setDone} onStale={() => void reload(true)} />
      )}
      {done !== null && <Result done={done} />}
    </div>
  )
}

type Props = { bulk: BulkView; onDone: (done: BulkDone) => void; onStale: () => void }

function Sampling({ bulk, onDone, onStale }: Props) {
  const { id, numbers, sample } = bulk
  const excluded = newBulk.value?.id === id ? newBulk.value.excluded : bulk.excluded
  const { run, busy, failure } = useWrite(approveBulk(id), onDone)
  const left = unopened(sample)
  const approve = async (): Promise<void> => {
    await run({})
    onStale()
  }
  return (
    <>
      <header class="page-head">
        <h1>{tw('bulk.title', { count: numbers.length })}</h1>
      </header>
      {excluded.length > 0 && <Notice tone="warn">{tw('bulk.excluded', { count: excluded.length })}</Notice>}
      <section class="panel stack">
        <h2>{tw('bulk.sample', { count: sample.length })}</h2>
        <p class="soft">{tw('bulk.sampleHelp')}</p>
        <ul class="rows">
          {sample.map(({ number, isOpened }, index) => (
            <li key={number} class="work-sample" data-opened={isOpened}>
              <span class={`chip ${isOpened ? 'chip-valid' : ''}`}>
                <span aria-hidden="true">{isOpened ? '●' : '○'}</span> {tw(isOpened ? 'bulk.opened' : 'bulk.unopened')}
              </span>
              <span class="code">{number}</span>
              <ButtonLink
                href={`#/work/bulk/${id}/${number}`}
                look={!isOpened && number === left[0] ? 'primary' : 'plain'}
                aria-label={`${tw('bulk.open')} ${index + 1}`}
              >
                {tw('bulk.open')}
              </ButtonLink>
            </li>
          ))}
        </ul>
        <p role="status">{tw('bulk.openedOf', { opened: sample.length - left.length, count: sample.length })}</p>
      </section>
      {failure && <FailureNotice failure={failure} />}
      {busy && (
        <div class="stack" role="status">
          <p>{tw('bulk.working', { count: numbers.length })}</p>
          <progress aria-label={tw('bulk.working', { count: numbers.length })} />
        </div>
      )}
      <div class="button-row">
        <Button
          look="primary"
          busy={busy}
          disabled={left.length > 0 || numbers.length === 0}
          onClick={() => void approve()}
          data-bulk-approve
        >
          {tw('bulk.approve', { count: numbers.length })}
        </Button>
        {left.length > 0 && <p class="soft work-beside">{tw('bulk.first', { count: left.length })}</p>}
      </div>
    </>
  )
}

const Result = ({ done: { issued, approved, left } }: { done: BulkDone }) => (
  <section class="panel stack" data-bulk-done role="status">
    <h1>
      <span aria-hidden="true">●</span> {tw('bulk.issued', { count: issued.length })}
    </h1>
    {approved.length > 0 && <p>{tw('bulk.approved', { count: approved.length })}</p>}
    {left.length > 0 && (
      <Notice tone="warn">
        <p>{tw('bulk.left', { count: left.length })}</p>
        <ul class="work-links">
          {left.map(number => (
            <li key={number}>
              <a class="code" href={`#/work/${number}`}>
                {number}
              </a>
            </li>
          ))}
        </ul>
      </Notice>
    )}
    <div class="button-row">
      <ButtonLink look="primary" href="#/work/bulk">
        {tw('bulk.again')}
      </ButtonLink>
      <ButtonLink href="#/work">{tw('detail.back')}</ButtonLink>
    </div>
  </section>
)
