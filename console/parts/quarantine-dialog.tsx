import type { DeviceHealth } from '../../shared/schema/device-health.ts'
import { Button } from '../../ui/components/button.tsx'
import { Dialog } from '../../ui/components/dialog.tsx'
import { FailureNotice } from '../../ui/components/notice.tsx'
import { Loading } from '../../ui/components/spinner.tsx'
import { formatTime } from '../../ui/i18n/format.ts'
import { HEALTH_WORDS, th } from '../../ui/i18n/log-health.ts'
import { readQuarantine } from '../api/health.ts'
import { useAnswer } from '../state/use-answer.ts'
import { Cell, Table } from './table.tsx'

type Word = keyof typeof HEALTH_WORDS

/** A reason that is newer than this page is shown as its code. */
const reasonWord = (reason: string): string => {
  const key = `health.reason.${reason}`
  return key in HEALTH_WORDS ? th(key as Word) : reason
}

export function QuarantineDialog({ device, onClose }: { device: DeviceHealth; onClose: () => void }) {
  const { state, reload } = useAnswer(`quarantine ${device.id}`, () => readQuarantine(device.id))
  const heads = ['number', 'reason', 'received', 'body'] as const
  return (
    <Dialog title={th('health.quarantineOf', { name: device.name })} onClose={onClose}>
      <p>{th('health.quarantineHelp')}</p>
      {state.kind === 'loading' && <Loading />}
      {state.kind === 'failed' && <FailureNotice failure={state.failure} onRetry={reload} />}
      {state.kind === 'ready' && (
        <Table caption={th('health.quarantine')} heads={heads.map(head => th(`health.${head}`))}>
          {state.value.map(({ number, reason, body, receivedAt }, at) => (
            <tr key={at}>
              <Cell label={th('health.number')}>{number ?? th('health.none')}</Cell>
              <Cell label={th('health.reason')}>{reasonWord(reason)}</Cell>
              <Cell label={th('health.received')}>{formatTime(receivedAt, 'shortDateTime')}</Cell>
              <Cell label={th('health.body')}>
                <code class="health-body">{body}</code>
              </Cell>
            </tr>
          ))}
        </Table>
      )}
      <div class="button-row">
        <Button onClick={onClose}>{th('action.close')}</Button>
      </div>
    </Dialog>
  )
}
