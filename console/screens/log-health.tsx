import { useState } from 'preact/hooks'
import type { DeviceHealth } from '../../shared/schema/device-health.ts'
import { Empty, FailureNotice } from '../../ui/components/notice.tsx'
import { Select } from '../../ui/components/select.tsx'
import { Loading } from '../../ui/components/spinner.tsx'
import { th } from '../../ui/i18n/log-health.ts'
import { readHealth } from '../api/health.ts'
import { CarryImport } from '../parts/carry-import.tsx'
import { HealthTable } from '../parts/health-table.tsx'
import { QuarantineDialog } from '../parts/quarantine-dialog.tsx'
import { known, siteName } from '../state/directory.ts'
import { filtered } from '../state/log-health.ts'
import { useAnswer } from '../state/use-answer.ts'
import { useInterval } from '../state/use-interval.ts'
import './log-health.css'

const REFRESH_MS = 30_000

/** What is missing from the gate log, phone by phone. */
export function LogHealthScreen() {
  const { state, reload } = useAnswer('health', readHealth)
  const [site, setSite] = useState('')
  const [show, setShow] = useState('all')
  const [looking, setLooking] = useState<DeviceHealth | null>(null)
  useInterval(() => void reload(true), REFRESH_MS)
  const sites = (known()?.sites ?? []).map(one => ({ value: String(one.number), label: siteName(one.number) }))
  const shown = state.kind === 'ready' ? filtered(state.value, { site, show }) : []
  return (
    <>
      <header class="page-head">
        <h1>{th('health.title')}</h1>
        <a href="#/phones">{th('health.back')}</a>
      </header>
      <p class="soft health-lead">{th('health.lead')}</p>
      <div class="filters">
        <Select
          label={th('health.site')}
          value={site}
          options={[{ value: '', label: th('health.anySite') }, ...sites]}
          onValue={setSite}
        />
        <Select
          label={th('health.show')}
          value={show}
          options={(['all', 'trouble'] as const).map(value => ({ value, label: th(`health.${value}`) }))}
          onValue={setShow}
        />
      </div>
      {state.kind === 'loading' && <Loading />}
      {state.kind === 'failed' && <FailureNotice failure={state.failure} onRetry={reload} />}
      {state.kind === 'ready' && shown.length === 0 && <Empty title={th(show === 'trouble' ? 'health.fine' : 'health.empty')} />}
      {shown.length > 0 && <HealthTable devices={shown} onLook={setLooking} />}
      <CarryImport onDone={() => void reload(true)} />
      {looking && <QuarantineDialog device={looking} onClose={() => setLooking(null)} />}
    </>
  )
}
