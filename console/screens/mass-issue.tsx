import { Empty, FailureNotice } from '../../ui/components/notice.tsx'
import { Loading } from '../../ui/components/spinner.tsx'
import { tm } from '../../ui/i18n/mass-issue.ts'
import { listMassIssues } from '../mass-issue/endpoints.ts'
import { MassForm } from '../mass-issue/mass-form.tsx'
import { MassTable } from '../mass-issue/mass-table.tsx'
import { useAnswer } from '../state/use-answer.ts'
import { useInterval } from '../state/use-interval.ts'

/** While something runs, how far it is. */
const LOOK_MS = 1_000

export function MassIssueScreen() {
  const { state, reload } = useAnswer('mass issues', listMassIssues)
  const isRunning = state.kind === 'ready' && state.value.items.some(issue => issue.state === 'running')
  useInterval(() => isRunning && void reload(true), LOOK_MS)
  const look = (): void => void reload(true)
  return (
    <div class="stack">
      <section class="panel stack">
        <h1>{tm('mass.title')}</h1>
        <MassForm onIssue={look} />
      </section>
      <h2 class="list-title">{tm('mass.list')}</h2>
      {state.kind === 'loading' && <Loading />}
      {state.kind === 'failed' && <FailureNotice failure={state.failure} onRetry={() => void reload()} />}
      {state.kind === 'ready' && state.value.items.length === 0 && <Empty title={tm('mass.empty')} />}
      {state.kind === 'ready' && state.value.items.length > 0 && <MassTable issues={state.value.items} onChange={look} />}
    </div>
  )
}
