import { Button } from '../../ui/components/button.tsx'
import { t } from '../../ui/i18n/gate.ts'
import { nameOf } from '../../ui/i18n/language.ts'
import { correctTime } from '../check/corrected-time.ts'
import { isOnline, isRevoked, offsetMs, post, status, trust, unsent } from '../state/gate-state.ts'
import { takeUpdate, waitingUpdate } from '../state/update.ts'

const clockOf = (seconds: number): string =>
  new Intl.DateTimeFormat('zh-CN', {
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZone: 'Asia/Shanghai'
  }).format(seconds * 1000)

export const asOfText = (seconds: number | null): string => (seconds === null ? t('bar.noStatus') : clockOf(seconds))

/** Gate, direction, network, age of the list, what is unsent, a wrong clock: always in sight. */
export function StatusBar() {
  const gate = trust.value?.gates.find(({ id }) => id === post.value?.gate)
  const { errorMs, isDoubtful } = correctTime(Date.now(), offsetMs.value, [trust.value?.issuedAt ?? null, status.value.asOf])
  const asOf = status.value.asOf
  return (
    <header class="gate-bar" data-unsent={unsent.value} data-online={isOnline.value}>
      <p class="gate-bar-main">
        <strong>{gate === undefined ? '' : nameOf(gate)}</strong>
        <strong class="gate-direction">{post.value === null ? '' : t(`bar.direction.${post.value.direction}`)}</strong>
      </p>
      <p class="gate-bar-facts">
        <span>{isOnline.value ? t('bar.online') : t('bar.offline')}</span>
        <span>{asOf === null ? t('bar.noStatus') : t('bar.asOf', { time: clockOf(asOf) })}</span>
        <span>{t('bar.unsent', { count: unsent.value })}</span>
      </p>
      {isDoubtful && <p class="gate-bar-warning">{t('bar.clock', { minutes: Math.round(Math.abs(errorMs) / 60_000) })}</p>}
      {isRevoked.value && <p class="gate-bar-warning">{t('bar.revoked')}</p>}
      {waitingUpdate.value !== null && (
        <p class="gate-bar-warning">
          {t('bar.outdated')} <Button onClick={takeUpdate}>{t('bar.update')}</Button>
        </p>
      )}
    </header>
  )
}
