import { useState } from 'preact/hooks'
import type { DeviceView } from '../../shared/schema/devices.ts'
import { Button } from '../../ui/components/button.tsx'
import { Dialog } from '../../ui/components/dialog.tsx'
import { Empty, FailureNotice } from '../../ui/components/notice.tsx'
import { Loading } from '../../ui/components/spinner.tsx'
import { t } from '../../ui/i18n/console.ts'
import { th } from '../../ui/i18n/log-health.ts'
import { listDevices, revokeDevice } from '../api/endpoints.ts'
import { DeviceTable } from '../parts/device-table.tsx'
import { EnrolPanel } from '../parts/enrol-panel.tsx'
import { useAnswer } from '../state/use-answer.ts'
import { useInterval } from '../state/use-interval.ts'
import { useWrite } from '../state/use-write.ts'

/** Phones report with every delivery; half a minute is fresh enough to look at. */
const REFRESH_MS = 30_000

export function PhonesScreen() {
  const { state, reload } = useAnswer('devices', listDevices)
  const [leaving, setLeaving] = useState<DeviceView | null>(null)
  useInterval(() => void reload(true), REFRESH_MS)
  const devices = state.kind === 'ready' ? state.value : null
  const refresh = (): void => void reload(true)
  return (
    <>
      <header class="page-head">
        <h1>{t('phones.title')}</h1>
        <a href="#/phones/health">{th('health.title')}</a>
      </header>
      <EnrolPanel devices={devices} onLook={refresh} />
      <h2 class="list-title">{t('phones.list')}</h2>
      {state.kind === 'loading' && <Loading />}
      {state.kind === 'failed' && <FailureNotice failure={state.failure} onRetry={reload} />}
      {devices?.length === 0 && <Empty title={t('phones.empty')} />}
      {devices !== null && devices.length > 0 && <DeviceTable devices={devices} onRevoke={setLeaving} />}
      {leaving && <RevokeDialog device={leaving} onDone={refresh} onClose={() => setLeaving(null)} />}
    </>
  )
}

function RevokeDialog({ device, onDone, onClose }: { device: DeviceView; onDone: () => void; onClose: () => void }) {
  const { run, busy, failure } = useWrite(revokeDevice, () => {
    onDone()
    onClose()
  })
  return (
    <Dialog title={t('phones.askRevoke', { name: device.name })} onClose={onClose}>
      <p>{t('phones.revokeHelp')}</p>
      {failure && <FailureNotice failure={failure} />}
      <div class="button-row">
        <Button look="danger" busy={busy} onClick={() => run(device.id)}>
          {t('phones.revoke')}
        </Button>
        <Button onClick={onClose}>{t('action.cancel')}</Button>
      </div>
    </Dialog>
  )
}
