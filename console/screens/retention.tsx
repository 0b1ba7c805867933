import { FailureNotice } from '../../ui/components/notice.tsx'
import { Loading } from '../../ui/components/spinner.tsx'
import { tr } from '../../ui/i18n/retention.ts'
import { readRetention } from '../api/retention.ts'
import { CertificateTable } from '../retention/certificate-table.tsx'
import { DaysForm } from '../retention/days-form.tsx'
import { useAnswer } from '../state/use-answer.ts'
import '../retention/retention.css'

/** How long personal data is kept, and the proof that it was deleted. */
export function RetentionScreen() {
  const { state, reload } = useAnswer('', readRetention)
  return (
    <div class="stack retention">
      <header class="page-head">
        <h1>{tr('retention.title')}</h1>
      </header>
      <p class="soft">{tr('retention.lead')}</p>
      {state.kind === 'loading' && <Loading />}
      {state.kind === 'failed' && <FailureNotice failure={state.failure} onRetry={reload} />}
      {state.kind === 'ready' && <DaysForm view={state.value} />}
      <CertificateTable />
    </div>
  )
}
