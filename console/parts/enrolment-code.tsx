import { useState } from 'preact/hooks'
import type { Enrolment } from '../../shared/schema/devices.ts'
import { Notice } from '../../ui/components/notice.tsx'
import { t } from '../../ui/i18n/console.ts'
import { formatCountdown } from '../../ui/i18n/format.ts'
import { QrCode } from '../../ui/qr/qr-code.tsx'
import { siteName } from '../state/directory.ts'
import { useInterval } from '../state/use-interval.ts'

const LOOK_MS = 4_000

/** A code with its remaining time; while it is shown, the list is looked at for the phone that used it. */
export function EnrolmentCode({ enrolment, onLook }: { enrolment: Enrolment; onLook: () => void }) {
  const secondsLeft = (): number => Math.ceil((enrolment.expiresAt - Date.now()) / 1000)
  const [left, setLeft] = useState(secondsLeft)
  const alive = left > 0
  useInterval(() => setLeft(secondsLeft()), alive ? 1000 : null)
  useInterval(onLook, alive ? LOOK_MS : null)
  if (!alive) return <Notice tone="warn">{t('phones.expired')}</Notice>
  return (
    <div class="enrol-code">
      <div class="enrol-qr">
        <QrCode text={enrolment.link} what={t('phones.qr')} />
      </div>
      <div class="stack">
        <h3>{siteName(enrolment.site)}</h3>
        <p class="soft">{t('phones.scan')}</p>
        <p class="code enrol-text">{`${enrolment.code.slice(0, 4)}-${enrolment.code.slice(4)}`}</p>
        <p class="numbers" role="timer" aria-live="off">
          {t('phones.left', { time: formatCountdown(left) })}
        </p>
      </div>
    </div>
  )
}
