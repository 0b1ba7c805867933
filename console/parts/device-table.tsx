import type { DeviceView } from '../../shared/schema/devices.ts'
import { Button } from '../../ui/components/button.tsx'
import { t } from '../../ui/i18n/console.ts'
import { formatNumber, formatTime } from '../../ui/i18n/format.ts'
import { siteName } from '../state/directory.ts'
import { Cell, Table } from './table.tsx'

const HEADS = ['name', 'seen', 'last', 'missing', 'unsent', 'clock'] as const
/** Beyond this the window of validity at the gate is felt. */
const CLOCK_WARN_MS = 60_000

export const DeviceTable = ({
  devices,
  onRevoke
}: {
  devices: readonly DeviceView[]
  onRevoke: (device: DeviceView) => void
}) => (
  <Table caption={t('phones.list')} heads={[...HEADS.map(head => t(`phones.${head}`)), t('pass.actions')]}>
    {devices.map(device => (
      <tr key={device.id} class={device.revokedAt === null ? '' : 'row-off'}>
        <Cell label={t('phones.name')} main>
          <strong>{device.name}</strong>
          <br />
          <span class="soft small">{siteName(device.site)}</span>
        </Cell>
        <Cell label={t('phones.seen')}>
          {device.lastSeenAt === null ? t('phones.never') : formatTime(device.lastSeenAt, 'shortDateTime')}
        </Cell>
        <Cell label={t('phones.last')}>{formatNumber(device.lastNumber)}</Cell>
        <Cell label={t('phones.missing')}>
          <Count value={device.missing} />
        </Cell>
        <Cell label={t('phones.unsent')}>{device.unsent === null ? t('phones.unknown') : <Count value={device.unsent} />}</Cell>
        <Cell label={t('phones.clock')}>
          <ClockError offsetMs={device.offsetMs} />
        </Cell>
        <Cell label={t('pass.actions')}>
          {device.revokedAt === null ? (
            <Button look="danger" aria-label={t('phones.askRevoke', { name: device.name })} onClick={() => onRevoke(device)}>
              {t('phones.revoke')}
            </Button>
          ) : (
            <span class="chip chip-revoked">{t('phones.revoked')}</span>
          )}
        </Cell>
      </tr>
    ))}
  </Table>
)

const Count = ({ value }: { value: number }) => (value === 0 ? <>0</> : <span class="chip chip-held">{formatNumber(value)}</span>)

/** The offset is what must be added to the phone's clock: a positive one says that the phone is slow. */
function ClockError({ offsetMs }: { offsetMs: number | null }) {
  if (offsetMs === null) return <>{t('phones.unknown')}</>
  const seconds = Math.round(-offsetMs / 1000)
  const text = t('phones.seconds', { sign: seconds > 0 ? '+' : seconds < 0 ? '−' : '', seconds: formatNumber(Math.abs(seconds)) })
  return Math.abs(offsetMs) >= CLOCK_WARN_MS ? <span class="chip chip-held">{text}</span> : <span>{text}</span>
}
