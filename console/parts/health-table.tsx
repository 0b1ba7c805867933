import { sayRanges } from '../../shared/log/number-ranges.ts'
import type { DeviceHealth } from '../../shared/schema/device-health.ts'
import { Button } from '../../ui/components/button.tsx'
import { formatNumber, formatTime } from '../../ui/i18n/format.ts'
import { th } from '../../ui/i18n/log-health.ts'
import { isClockWrong } from '../state/log-health.ts'
import { siteName } from '../state/directory.ts'
import { Cell, Table } from './table.tsx'

const HEADS = ['phone', 'seen', 'last', 'missing', 'broken', 'unsent', 'clock', 'quarantine'] as const

type Props = { devices: readonly DeviceHealth[]; onLook: (device: DeviceHealth) => void }

export const HealthTable = ({ devices, onLook }: Props) => (
  <Table caption={th('health.title')} heads={HEADS.map(head => th(`health.${head}`))}>
    {devices.map(device => (
      <tr key={device.id} class={device.revokedAt === null ? '' : 'row-off'}>
        <Cell label={th('health.phone')} main>
          <strong>{device.name}</strong>{' '}
          {device.revokedAt !== null && <span class="chip chip-revoked">{th('health.revoked')}</span>}
          <br />
          <span class="soft small">
            {siteName(device.site)} · {device.id}
          </span>
        </Cell>
        <Cell label={th('health.seen')}>
          {device.lastSeenAt === null ? th('health.never') : formatTime(device.lastSeenAt, 'shortDateTime')}
        </Cell>
        <Cell label={th('health.last')}>{formatNumber(device.lastNumber)}</Cell>
        <Cell label={th('health.missing')}>
          <Trouble text={sayRanges(device.missingRanges)} />
        </Cell>
        <Cell label={th('health.broken')}>
          <Trouble text={breaksOf(device)} />
        </Cell>
        <Cell label={th('health.unsent')}>{device.unsent === null ? th('health.unknown') : formatNumber(device.unsent)}</Cell>
        <Cell label={th('health.clock')}>
          <Clock device={device} />
        </Cell>
        <Cell label={th('health.quarantine')}>
          {device.quarantined === 0 ? (
            th('health.none')
          ) : (
            <Button onClick={() => onLook(device)}>{th('health.look', { count: formatNumber(device.quarantined) })}</Button>
          )}
        </Cell>
      </tr>
    ))}
  </Table>
)

function breaksOf({ brokenAt, broken }: DeviceHealth): string {
  const named = brokenAt.join(', ')
  return broken > brokenAt.length ? `${named} ${th('health.more', { count: formatNumber(broken) })}` : named
}

const Trouble = ({ text }: { text: string }) =>
  text === '' ? <>{th('health.none')}</> : <span class="chip chip-held numbers">{text}</span>

/** The offset is what must be added to the phone's clock: a positive one says that the phone is slow. */
function Clock({ device }: { device: DeviceHealth }) {
  if (device.offsetMs === null) return <>{th('health.unknown')}</>
  const seconds = Math.round(-device.offsetMs / 1000)
  const sign = seconds > 0 ? '+' : seconds < 0 ? '−' : ''
  const text = th('health.seconds', { sign, seconds: formatNumber(Math.abs(seconds)) })
  return isClockWrong(device) ? <span class="chip chip-held">{text}</span> : <span>{text}</span>
}
